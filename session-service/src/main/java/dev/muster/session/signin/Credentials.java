package dev.muster.session.signin;

import dev.muster.kit.id.UserId;

/**
 * What a person claims and shows; its text hides the password and the code.
 *
 * @param email null for one who gives the user id
 * @param userId as it was typed, perhaps nobody's; null for one who gives the e-mail
 * @param code of the second factor, null when none was given
 */
record Credentials(String email, UserId userId, String password, String code) {

    static Credentials of(SignInRequest request) {
        return new Credentials(request.email(), null, request.password(), request.code());
    }

    /** Whom the person claims to be, as it was given. */
    String identifier() {
        return userId == null ? email : userId.toString();
    }

    @Override
    public String toString() {
        return "Credentials[" + identifier() + "]";
    }
}

package dev.muster.session.signin;

/** What a sign-in form sends; {@code code} is the second factor's. */
public record SignInRequest(String email, String password, String code) {

    @Override
    public String toString() {
        return "SignInRequest[email=" + email + "]";
    }
}

package dev.muster.session.signin;

/**
 * A sign-in that succeeded.
 *
 * @param message what the person should know, or null
 */
record SignedIn(CredentialVerdict user, String token, String message) {

    @Override
    public String toString() {
        return "SignedIn[userId=" + user.userId() + "]";
    }
}

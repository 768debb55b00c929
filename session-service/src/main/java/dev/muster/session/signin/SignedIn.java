package dev.muster.session.signin;

/** A sign-in that succeeded. */
record SignedIn(CredentialVerdict user, String token) {

    @Override
    public String toString() {
        return "SignedIn[userId=" + user.userId() + "]";
    }
}

package dev.muster.session.signin;

import dev.muster.session.token.RefreshToken;
import dev.muster.session.token.SessionToken;

/**
 * A sign-in that succeeded.
 *
 * @param refreshToken null for a session that is not renewed
 * @param message what the person should know, or null
 */
record SignedIn(CredentialVerdict user, SessionToken token, RefreshToken refreshToken, String message) {

    @Override
    public String toString() {
        return "SignedIn[userId=" + user.userId() + "]";
    }
}

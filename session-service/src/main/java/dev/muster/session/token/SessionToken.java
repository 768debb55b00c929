package dev.muster.session.token;

import java.time.Duration;

/**
 * A session's signed token; its text form hides it.
 *
 * @param lifetime from now
 */
public record SessionToken(String text, Duration lifetime) {

    @Override
    public String toString() {
        return "SessionToken[lifetime=" + lifetime + "]";
    }
}

package dev.muster.session.signin;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.Duration;

/**
 * What identity-service says of a CID and an FSD password.
 *
 * @param retryAfterSeconds only when throttled
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record FsdVerdict(Kind verdict, Integer networkRating, Integer pilotRating, Integer retryAfterSeconds) {

    /** How the question was answered. */
    enum Kind {
        OK,
        /** The password is wrong, or there is nobody with this CID. */
        WRONG,
        /** The password is right, but the person is disabled or suspended. */
        BARRED,
        THROTTLED
    }

    FsdVerdict {
        if (verdict == null || (verdict == Kind.OK && (networkRating == null || pilotRating == null))) {
            throw new IllegalArgumentException("A verdict that lets somebody in names the ratings");
        }
    }

    Duration retryAfter() {
        return Duration.ofSeconds(retryAfterSeconds == null ? 1 : retryAfterSeconds);
    }
}

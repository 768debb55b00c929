package dev.muster.session.token;

import dev.muster.session.Renewal;
import java.time.Duration;

/**
 * What all refresh tokens of a session that is about to be opened share; its text hides the secret.
 *
 * @param limit the session ends after this time at the latest
 */
public record RefreshFamily(String secret, Duration limit) {

    /** What the session keeps of it. */
    public Renewal renewal() {
        return new Renewal(Sha256.of(secret), limit);
    }

    @Override
    public String toString() {
        return "RefreshFamily[limit=" + limit + "]";
    }
}

package dev.muster.session;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.time.Instant;

/** How long a session lasts, by this service's clock. */
@ConfigMapping(prefix = "muster.session")
public interface SessionPolicy {

    /** An unused session ends after this time; every use starts it again. */
    @WithDefault("P14D")
    Duration idleLimit();

    /** A session ends after this time however much it is used; its token says so too. */
    @WithDefault("P30D")
    Duration absoluteLimit();

    /** When a session that was last used at the given moment ends unless it is used again. */
    default Instant expiry(Instant lastUsed, Instant endsAt) {
        Instant idle = lastUsed.plus(idleLimit());
        return idle.isBefore(endsAt) ? idle : endsAt;
    }
}

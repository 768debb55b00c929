package dev.muster.session.retention;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long session-service keeps what is over. */
@ConfigMapping(prefix = "muster.retention")
public interface RetentionConfig {

    /** The history and the audit log of sign-ins older than this are dropped, a whole month at a time, so they stay up to a month longer. */
    @WithDefault("P396D")
    Duration history();

    /** Sessions are deleted this long after their absolute limit; their tokens have ended by then. */
    @WithDefault("P1D")
    Duration sessions();

    /** Pushed versions are forgotten after this time; it must exceed the longest time that a sign-in can take. */
    @WithDefault("PT1H")
    Duration floors();

    /** How often all of this is looked after, by one replica at a time. */
    @WithDefault("PT1H")
    Duration interval();
}

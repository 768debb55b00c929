package dev.muster.org;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long an answer waits for other services to follow a change of a membership. */
@ConfigMapping(prefix = "muster.announcements")
public interface AnnouncementsConfig {

    /**
     * The longest wait of an answer until open sessions and identity-service's lists have followed; what has not
     * followed by then follows later. Longer than 2 s, callers in other services give up first.
     */
    @WithDefault("PT1S")
    Duration patience();
}

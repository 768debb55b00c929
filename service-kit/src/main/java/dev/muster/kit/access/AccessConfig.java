package dev.muster.kit.access;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;
import java.time.Duration;

/** How a service decides who is calling. */
@ConfigMapping(prefix = "muster.access")
public interface AccessConfig {

    /**
     * The longest time for which a service trusts what it last heard of a session while the event feed is lost.
     * Afterwards it asks session-service and refuses when it cannot.
     */
    @WithDefault("PT5S")
    Duration staleness();

    /** Verified tokens kept in memory; one more saves a signature check of about 30 microseconds. */
    @WithDefault("50000")
    int tokenCacheSize();

    /** Live sessions kept in memory; one more saves a call to session-service. */
    @WithDefault("50000")
    int sessionCacheSize();

    /** How often the last use of sessions is reported to session-service. */
    @WithDefault("PT30S")
    @WithName("use-report-interval")
    Duration useReportInterval();

    /** The permission that makes its holder a platform operator. */
    @WithDefault("keaz")
    String operatorPermission();
}

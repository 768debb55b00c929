package dev.muster.org.peer;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long org-service relies on what groups grant before it asks reference-data-service again. */
@ConfigMapping(prefix = "muster.group-grants")
public interface GroupGrantsConfig {

    /** For how long an answer is used without asking again. */
    @WithDefault("PT60S")
    Duration freshness();

    /**
     * For how long the last answer is used while reference-data-service cannot be reached: only there can a group
     * change, so the last answer is the best known. Afterwards sign-ins and switches are refused with 503.
     */
    @WithDefault("PT1H")
    Duration trust();

    /**
     * For how long reference-data-service is not asked again about an organization after it did not answer, so that
     * what needs the groups many times over waits for them once.
     */
    @WithDefault("PT1S")
    Duration pause();

    /** Organizations whose groups are kept in memory; one more saves a call to reference-data-service. */
    @WithDefault("10000")
    int cacheSize();
}

package dev.muster.identity.importing;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How files with a company's users are taken in. */
@ConfigMapping(prefix = "muster.import")
public interface ImportConfig {

    /** Rows that are checked and written together; a killed import loses the work on so many at most, and no row. */
    @WithDefault("1000")
    int batch();

    /**
     * How long an import belongs to the replica that works on it unless it renews that, which it does with each batch. One
     * whose replica was killed goes on after this time.
     */
    @WithDefault("PT10S")
    Duration lease();

    /** How often a replica without work looks for an import that waits for one. */
    @WithDefault("PT1S")
    Duration pollInterval();

    /** How long a request with few rows waits for its report; one that takes longer is answered with the job's address. */
    @WithDefault("PT20S")
    Duration longestWait();

    /** How long the report of a finished import is kept, and its {@code Idempotency-Key} remembered. */
    @WithDefault("P7D")
    Duration keptFor();
}

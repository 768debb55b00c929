package dev.muster.kit.outbox;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** How committed changes are carried to other services and to the mail relay. */
@ConfigMapping(prefix = "muster.outbox")
public interface OutboxConfig {

    /** Tries of a row before it is parked for an operator; with the default pauses 2000 last 2 to 3 hours. */
    @WithDefault("2000")
    int attempts();

    /** The pause after a row's first failure; it doubles with each further one. Every pause is shortened by up to half. */
    @WithDefault("PT0.2S")
    Duration firstPause();

    /** The longest pause between two tries of a row, and so about the delay after a receiver's return. */
    @WithDefault("PT5S")
    Duration longestPause();

    /**
     * How long a row belongs to the replica that claimed it; one whose replica died waits this long. A try that takes
     * three quarters of it is given up.
     */
    @WithDefault("PT30S")
    Duration lease();

    /** Rows of one kind that one replica delivers at the same time. */
    @WithDefault("16")
    int batch();

    /** How often to look for due rows; new ones announce themselves, so this is the delay of retries and of lost news. */
    @WithDefault("PT1S")
    Duration pollInterval();

    /** How often to count pending and parked rows for the metrics. */
    @WithDefault("PT10S")
    Duration measureInterval();

    /**
     * How long a parked row waits for an operator before it is deleted: it may hold an address, a name or a sealed secret.
     */
    @WithDefault("P30D")
    Duration parkedKeptFor();

    /** What differs for the rows of one kind. */
    Map<String, Kind> kinds();

    /** What differs for one kind. */
    interface Kind {

        /** Tries of a row of this kind before it is parked. */
        Optional<Integer> attempts();

        /** The longest pause between two tries of a row of this kind. */
        Optional<Duration> longestPause();
    }
}

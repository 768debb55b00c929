package dev.muster.org.peer;

import java.time.Duration;

/** How groups are kept in tests that say for themselves how long they stay fresh. */
record GrantsConfig(Duration freshness) implements GroupGrantsConfig {

    @Override
    public Duration trust() {
        return Duration.ofHours(1);
    }

    @Override
    public Duration pause() {
        return Duration.ofSeconds(1);
    }

    @Override
    public int cacheSize() {
        return 100;
    }
}

package dev.muster.kit.access;

import java.time.Duration;

/** Access configuration with small caches. */
record Limits(Duration staleness, int tokenCacheSize, int sessionCacheSize) implements AccessConfig {

    static final Limits SMALL = new Limits(Duration.ofSeconds(5), 100, 100);

    @Override
    public Duration useReportInterval() {
        return Duration.ofSeconds(30);
    }

    @Override
    public String operatorPermission() {
        return "keaz";
    }
}

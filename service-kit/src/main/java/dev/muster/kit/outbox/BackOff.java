package dev.muster.kit.outbox;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** When to try again: pauses that double up to a longest one, each shortened by up to half so that tries spread out. */
record BackOff(int attempts, Duration first, Duration longest) {

    private static final int MOST_DOUBLINGS = 30;

    static BackOff of(OutboxConfig config, String kind) {
        OutboxConfig.Kind own = config.kinds().get(kind);
        return new BackOff(
                own == null ? config.attempts() : own.attempts().orElse(config.attempts()),
                config.firstPause(),
                own == null ? config.longestPause() : own.longestPause().orElse(config.longestPause()));
    }

    /** Whether the try of this number, counted from 1, was the last one. */
    boolean isSpent(int attempt) {
        return attempt >= attempts;
    }

    /** The pause after the failed try of this number, counted from 1. */
    Duration pauseAfter(int attempt, RandomGenerator random) {
        long doubled = first.toMillis() << Math.min(attempt - 1, MOST_DOUBLINGS);
        long full = Math.max(1, Math.min(doubled, longest.toMillis()));
        return Duration.ofMillis(full - random.nextLong(full / 2 + 1));
    }
}

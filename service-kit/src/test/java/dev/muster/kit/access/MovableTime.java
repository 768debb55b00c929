package dev.muster.kit.access;

import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock and a ticker that move only when the test says so. */
final class MovableTime extends Clock implements Ticker {

    private Instant now = Instant.parse("2026-03-01T12:00:00Z");
    private long ticks = Long.MAX_VALUE - 10;

    void pass(Duration time) {
        now = now.plus(time);
        ticks += time.toNanos();
    }

    @Override
    public Instant instant() {
        return now;
    }

    /** Starts just below its overflow, since ticks may be any number. */
    @Override
    public long read() {
        return ticks;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}

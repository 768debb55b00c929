package dev.muster.session.support;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** The time of day, which tests may move; it takes the place of the real clock in the service under test. */
@Singleton
public class MovableClock extends Clock {

    private static final AtomicReference<Duration> AHEAD = new AtomicReference<>(Duration.ZERO);

    /** Moves the clock of the running service by the duration. */
    public static void advance(Duration duration) {
        AHEAD.updateAndGet(present -> present.plus(duration));
    }

    /** Gives the running service the real time back. */
    public static void reset() {
        AHEAD.set(Duration.ZERO);
    }

    /** What the service takes the time for. */
    public static Instant now() {
        return Instant.now().plus(AHEAD.get());
    }

    @Override
    public Instant instant() {
        return now();
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }

    /** Gives the service the real time back after each test. */
    public static final class Reset implements AfterEachCallback {

        @Override
        public void afterEach(ExtensionContext context) {
            reset();
        }
    }
}

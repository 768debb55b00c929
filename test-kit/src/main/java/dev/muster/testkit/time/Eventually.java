package dev.muster.testkit.time;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for what must become true, as long as it takes and no longer. */
public final class Eventually {

    private static final Duration DEADLINE = Duration.ofSeconds(20);
    private static final Duration PAUSE = Duration.ofMillis(10);

    private Eventually() {}

    /** Returns as soon as the condition holds; fails with the sentence when it does not within 20 s. */
    public static void holds(String sentence, BooleanSupplier condition) {
        holds(sentence, DEADLINE, condition);
    }

    /** Returns as soon as the condition holds; fails with the sentence when it does not within the limit. */
    public static void holds(String sentence, Duration limit, BooleanSupplier condition) {
        long deadline = System.nanoTime() + limit.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - deadline > 0) {
                throw new AssertionError("Not within " + limit + ": " + sentence);
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }

    /** Returns as soon as the assertion passes; fails as it fails when it does not within 20 s. */
    public static void passes(Runnable assertion) {
        long deadline = System.nanoTime() + DEADLINE.toNanos();
        while (true) {
            try {
                assertion.run();
                return;
            } catch (AssertionError failure) {
                if (System.nanoTime() - deadline > 0) {
                    throw failure;
                }
                LockSupport.parkNanos(PAUSE.toNanos());
            }
        }
    }
}

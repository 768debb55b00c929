package dev.muster.local.stack;

import dev.muster.local.StackFailure;
import java.time.Duration;

/** Waits for the end of a process that need not be a child; the JDK looks at those every few seconds only. */
public final class ProcessEnd {

    private static final long POLL_MILLIS = 20;

    private ProcessEnd() {}

    /** Whether the process ended within the given time. */
    public static boolean await(ProcessHandle process, Duration patience) {
        long deadline = System.nanoTime() + patience.toNanos();
        try {
            while (process.isAlive()) {
                if (System.nanoTime() - deadline > 0) {
                    return false;
                }
                Thread.sleep(POLL_MILLIS);
            }
            return true;
        } catch (InterruptedException e) {
            throw StackFailure.interrupted(e);
        }
    }
}

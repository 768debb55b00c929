package dev.muster.local.terminal;

import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/** Draws ten times a second while something else goes on; after its close it draws no more. */
final class RunningClock implements AutoCloseable {

    private static final long PERIOD_MILLIS = 100;

    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(RunningClock::daemon);
    private final ScheduledFuture<?> drawing;

    RunningClock(Runnable draw) {
        drawing = thread.scheduleAtFixedRate(draw, 0, PERIOD_MILLIS, TimeUnit.MILLISECONDS);
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "progress");
        thread.setDaemon(true);
        return thread;
    }

    <T> T during(Callable<T> work) throws Exception {
        return work.call();
    }

    /** Waits for a drawing under way, also when the caller was told to stop: its output must come before what follows. */
    @Override
    public void close() {
        drawing.cancel(false);
        thread.shutdown();
        boolean interrupted = Thread.interrupted();
        try {
            thread.awaitTermination(PERIOD_MILLIS * 10, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            interrupted = true;
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}

package dev.muster.local.stack;

import dev.muster.local.StackFailure;
import dev.muster.local.service.ServiceProcess;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Tells the thread that runs the stack when to stop or to look after a death, and the others when it has stopped. */
final class StopSignal {

    /** Ctrl-C reaches the services too; their deaths may be seen before the request to stop is. */
    private static final long GRACE_MILLIS = 500;

    private static final long END_SECONDS = 60;

    private final CountDownLatch stopRequested = new CountDownLatch(1);
    private final CountDownLatch ended = new CountDownLatch(1);
    private final BlockingQueue<Optional<ServiceProcess>> wakeUps = new LinkedBlockingQueue<>();
    private Thread interruptible;
    private volatile boolean postgresDied;

    /** The calling thread runs the stack from now on. */
    synchronized void begin() {
        interruptible = Thread.currentThread();
    }

    /** From now on the running thread is no longer interrupted: it waits for the stop, or stops. */
    synchronized void leaveInterruptible() {
        interruptible = null;
        Thread.interrupted();
    }

    void end() {
        leaveInterruptible();
        ended.countDown();
    }

    boolean isStopRequested() {
        return stopRequested.getCount() == 0;
    }

    void stopAndAwaitEnd() {
        stopRequested.countDown();
        wakeUps.add(Optional.empty());
        synchronized (this) {
            if (interruptible != null) {
                interruptible.interrupt();
            }
        }
        try {
            if (!ended.await(END_SECONDS, TimeUnit.SECONDS)) {
                throw new StackFailure("the stack did not stop within " + END_SECONDS + " s");
            }
        } catch (InterruptedException e) {
            throw StackFailure.interrupted(e);
        }
    }

    void serviceDied(ServiceProcess process) {
        wakeUps.add(Optional.of(process));
    }

    void postgresDied() {
        postgresDied = true;
        wakeUps.add(Optional.empty());
    }

    /** Waits for the request to stop (empty) or the end of a service; fails when PostgreSQL ended. */
    Optional<ServiceProcess> awaitDeathOrStop() {
        try {
            Optional<ServiceProcess> dead = wakeUps.take();
            if (stopRequested.await(GRACE_MILLIS, TimeUnit.MILLISECONDS)) {
                return Optional.empty();
            }
            if (postgresDied) {
                throw new StackFailure("PostgreSQL ended by itself; its log is postgresql.log");
            }
            return dead;
        } catch (InterruptedException e) {
            throw StackFailure.interrupted(e);
        }
    }
}

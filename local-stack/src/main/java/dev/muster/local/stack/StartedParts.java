package dev.muster.local.stack;

import dev.muster.local.StackFailure;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;

/** What was started so far; stops it in the opposite order, each part whatever became of the others. */
final class StartedParts implements AutoCloseable {

    private static final int EVENT_LOOPS = 2;
    private static final int WORKERS = 4;
    private static final long VERTX_CLOSE_SECONDS = 10;

    private final StopSignal signal;
    private final StateRecorder recorder;
    private final Deque<AutoCloseable> lastFirst = new ArrayDeque<>();
    private Vertx vertx;

    StartedParts(StopSignal signal, StateRecorder recorder) {
        this.signal = signal;
        this.recorder = recorder;
    }

    <T extends AutoCloseable> T add(T part) {
        lastFirst.push(part);
        return part;
    }

    /** The event loops that the gateway and the mail page share. */
    Vertx vertx() {
        if (vertx == null) {
            vertx = Vertx.vertx(
                    new VertxOptions().setEventLoopPoolSize(EVENT_LOOPS).setWorkerPoolSize(WORKERS));
            add(() ->
                    vertx.close().toCompletionStage().toCompletableFuture().get(VERTX_CLOSE_SECONDS, TimeUnit.SECONDS));
        }
        return vertx;
    }

    @Override
    public void close() {
        signal.leaveInterruptible();
        Exception first = null;
        try {
            recorder.stopping();
        } catch (StackFailure e) {
            first = e;
        }
        for (AutoCloseable part : lastFirst) {
            try {
                part.close();
            } catch (Exception e) {
                first = first == null ? e : first;
            }
        }
        if (first != null) {
            throw new StackFailure("not everything stopped cleanly: " + first.getMessage(), first);
        }
        recorder.stopped();
    }
}

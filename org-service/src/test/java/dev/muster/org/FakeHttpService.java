package dev.muster.org;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A peer over real HTTP on a free port of this machine, which tests can take away or slow down. */
abstract class FakeHttpService {

    /** What the peer does with every call. */
    private enum State {
        ANSWERING,
        SILENT,
        AWAY
    }

    private final Vertx vertx = Vertx.vertx();
    private volatile State state = State.ANSWERING;

    final String start() {
        HttpServer server =
                await(vertx.createHttpServer().requestHandler(this::receive).listen(0, "127.0.0.1"));
        return "http://127.0.0.1:" + server.actualPort();
    }

    final void stop() {
        await(vertx.close());
    }

    /** Every call is taken and never answered until {@link #comeBack()}. */
    public final void fallSilent() {
        state = State.SILENT;
    }

    /** Every connection is closed until {@link #comeBack()}. */
    public final void goAway() {
        state = State.AWAY;
    }

    public final void comeBack() {
        state = State.ANSWERING;
    }

    final Vertx vertx() {
        return vertx;
    }

    private void receive(HttpServerRequest request) {
        switch (state) {
            case ANSWERING -> answer(request);
            case SILENT -> request.pause();
            case AWAY -> request.connection().close();
        }
    }

    abstract void answer(HttpServerRequest request);

    private static <T> T await(Future<T> future) {
        try {
            return future.toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException(e);
        }
    }
}

package dev.muster.testkit.http;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import java.util.concurrent.TimeUnit;

/**
 * A peer over real HTTP on a free port of this machine: it demands a token as all services do of each other, and tests
 * can take it away or silence it.
 */
public abstract class FakeHttpService {

    private static final long DEADLINE_SECONDS = 10;

    private final Vertx vertx = Vertx.vertx();
    private volatile Trouble trouble = Trouble.NONE;
    private HttpServer server;

    /** Starts on a free port; returns its address. */
    public String start() {
        server = await(vertx.createHttpServer().requestHandler(this::receive).listen(0, "127.0.0.1"));
        return url();
    }

    public final void stop() {
        await(vertx.close());
    }

    public final String url() {
        return "http://127.0.0.1:" + server.actualPort();
    }

    /** Every connection is closed until {@link #comeBack()}. */
    public void goAway() {
        trouble = Trouble.CLOSES_CONNECTIONS;
    }

    /** Every call is taken and never answered until {@link #comeBack()}. */
    public void fallSilent() {
        trouble = Trouble.NEVER_ANSWERS;
    }

    public void comeBack() {
        trouble = Trouble.NONE;
    }

    protected final Vertx vertx() {
        return vertx;
    }

    /** Answers a call that carries a token. */
    protected abstract void answer(HttpServerRequest request);

    private void receive(HttpServerRequest request) {
        if (trouble.befalls(request)) {
            return;
        }
        String authorization = request.getHeader("Authorization");
        if (authorization == null || !authorization.startsWith("Bearer ")) {
            request.response().setStatusCode(401).end();
        } else {
            answer(request);
        }
    }

    private static <T> T await(Future<T> future) {
        return future.toCompletionStage()
                .toCompletableFuture()
                .orTimeout(DEADLINE_SECONDS, TimeUnit.SECONDS)
                .join();
    }
}

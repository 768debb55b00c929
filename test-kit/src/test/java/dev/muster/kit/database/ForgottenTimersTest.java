package dev.muster.kit.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import java.io.IOException;
import java.net.ServerSocket;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ForgottenTimersTest {

    private final Vertx vertx = Vertx.vertx();

    @AfterEach
    void close() throws InterruptedException, ExecutionException, TimeoutException {
        vertx.close().toCompletionStage().toCompletableFuture().get(5, TimeUnit.SECONDS);
    }

    /** If this fails, the client stops its timers by now, and the filter has nothing left to do. */
    @Test
    void theComplaintOfATimerThatTheClientForgotIsKeptOut()
            throws IOException, InterruptedException, ExecutionException, TimeoutException {
        CompletableFuture<Throwable> complaint = new CompletableFuture<>();
        vertx.exceptionHandler(complaint::complete);

        Pool pool = poolOfNobody();
        pool.query("select 1").execute().onComplete(refused -> {});

        assertThat(isLogged(complaint.get(5, TimeUnit.SECONDS))).isFalse();
    }

    @Test
    void everythingElseIsLogged() {
        assertThat(isLogged(null)).isTrue();
        assertThat(isLogged(new IllegalStateException("Result is already complete")))
                .isTrue();
        assertThat(isLogged(new IOException("gone"))).isTrue();
    }

    private Pool poolOfNobody() throws IOException {
        return PgBuilder.pool()
                .with(new PoolOptions().setConnectionTimeout(1).setConnectionTimeoutUnit(TimeUnit.SECONDS))
                .connectingTo(new PgConnectOptions().setHost("127.0.0.1").setPort(closedPort()))
                .using(vertx)
                .build();
    }

    private static int closedPort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static boolean isLogged(Throwable thrown) {
        LogRecord log = new LogRecord(Level.SEVERE, "Uncaught exception received by Vert.x");
        log.setThrown(thrown);
        return new ForgottenTimers().isLoggable(log);
    }
}

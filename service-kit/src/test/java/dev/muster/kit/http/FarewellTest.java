package dev.muster.kit.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("R48 clients with kept connections are told to leave before their replica does")
class FarewellTest {

    private final Vertx vertx = Vertx.vertx();
    private final Farewell farewell = new Farewell();
    private final CompletableFuture<RoutingContext> held = new CompletableFuture<>();
    private HttpServer server;

    @BeforeEach
    void serve() throws Exception {
        Router router = Router.router(vertx);
        router.route().handler(farewell::say);
        router.route("/held").handler(held::complete);
        router.route().handler(request -> request.end("served"));
        server = vertx.createHttpServer()
                .requestHandler(router)
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .get(10, TimeUnit.SECONDS);
    }

    @AfterEach
    void close() throws Exception {
        vertx.close().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
    }

    private HttpURLConnection ask(String path) throws IOException {
        HttpURLConnection connection = (HttpURLConnection) URI.create("http://127.0.0.1:" + server.actualPort() + path)
                .toURL()
                .openConnection();
        connection.setReadTimeout(10_000);
        return connection;
    }

    @Test
    void aConnectionIsKeptWhileTheServiceStays() throws IOException {
        HttpURLConnection answer = ask("/");

        assertThat(answer.getResponseCode()).isEqualTo(200);
        assertThat(answer.getHeaderField("Connection")).isNull();
    }

    @Test
    void aServiceThatLeavesStillServesAndAsksToHangUp() throws IOException {
        farewell.leave(new ShutdownDelayInitiatedEvent());

        HttpURLConnection answer = ask("/");

        assertThat(answer.getResponseCode()).isEqualTo(200);
        assertThat(answer.getInputStream()).hasContent("served");
        assertThat(answer.getHeaderField("Connection")).isEqualTo("close");
    }

    @Test
    void aRequestThatBeganBeforeIsServedAndAskedToHangUp() throws Exception {
        HttpURLConnection answer = ask("/held");
        CompletableFuture<Integer> status = CompletableFuture.supplyAsync(() -> status(answer));
        RoutingContext request = held.get(10, TimeUnit.SECONDS);

        farewell.leave(new ShutdownDelayInitiatedEvent());
        request.end("served late");

        assertThat(status.get(10, TimeUnit.SECONDS)).isEqualTo(200);
        assertThat(answer.getInputStream()).hasContent("served late");
        assertThat(answer.getHeaderField("Connection")).isEqualTo("close");
    }

    private static int status(HttpURLConnection answer) {
        try {
            return answer.getResponseCode();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

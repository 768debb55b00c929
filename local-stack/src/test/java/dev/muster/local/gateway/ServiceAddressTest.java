package dev.muster.local.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.muster.local.StackFailure;
import dev.muster.local.service.Service;
import dev.muster.local.service.ServiceInstance;
import dev.muster.local.stack.FreePorts;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ServiceAddressTest {

    private static final int ROUNDS = 6;

    private final Vertx vertx = Vertx.vertx();
    private final AtomicInteger readiness = new AtomicInteger(200);
    private final int port = FreePorts.find(1).get(0);
    private HttpServer first;
    private HttpServer second;
    private Upstreams upstreams;

    @BeforeEach
    void serve() throws Exception {
        first = start(request -> request.response().end("first"));
        second = start(request -> request.response().end("second"));
        upstreams = new Upstreams(Map.of("org-service", List.of(first.actualPort(), second.actualPort())));
        ServiceAddress.start(vertx, port, "org-service", upstreams);
    }

    @AfterEach
    void close() throws Exception {
        done(vertx.close());
    }

    private HttpServer start(Handler<HttpServerRequest> handler) throws Exception {
        return done(vertx.createHttpServer().requestHandler(handler).listen(0, "127.0.0.1"));
    }

    private static <T> T done(Future<T> future) throws Exception {
        return future.toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
    }

    /** Who answered to several connections. */
    private Set<String> answerers() throws IOException {
        Set<String> answers = new TreeSet<>();
        for (int i = 0; i < ROUNDS; i++) {
            answers.add(ask());
        }
        return answers;
    }

    private String ask() throws IOException {
        HttpURLConnection connection = (HttpURLConnection)
                URI.create("http://127.0.0.1:" + port + "/").toURL().openConnection();
        connection.setRequestProperty("Connection", "close");
        return new String(connection.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    @Test
    void newConnectionsGoToTheReplicasInTurn() throws Exception {
        assertThat(answerers()).containsExactly("first", "second");
    }

    @Test
    void aReplicaThatIsNotReadyGetsNoNewConnection() throws Exception {
        upstreams.setReady(first.actualPort(), false);
        assertThat(answerers()).containsExactly("second");

        upstreams.setReady(first.actualPort(), true);
        assertThat(answerers()).containsExactly("first", "second");
    }

    @Test
    void aReplicaThatRefusesIsPassedOver() throws Exception {
        done(first.close());

        assertThat(answerers()).containsExactly("second");
    }

    @Test
    void withNoReplicaTheConnectionIsClosed() throws Exception {
        done(first.close());
        done(second.close());

        assertThatThrownBy(this::ask).isInstanceOf(IOException.class);
    }

    @Test
    void aPortThatIsTakenIsNamedWithItsService() {
        assertThatThrownBy(() -> ServiceAddress.start(vertx, first.actualPort(), "org-service", upstreams))
                .isInstanceOf(StackFailure.class)
                .hasMessageContaining("org-service")
                .hasMessageContaining(Integer.toString(first.actualPort()));
    }

    @Test
    void theWatchSeesAReplicaLeaveAndComeBack() throws Exception {
        HttpServer management = start(
                request -> request.response().setStatusCode(readiness.get()).end());
        ServiceInstance replica = new ServiceInstance(Service.ORG, 1, first.actualPort(), management.actualPort());

        try (ReadinessWatch watch = ReadinessWatch.start(vertx, List.of(replica), upstreams)) {
            assertThat(watch).isNotNull();
            readiness.set(503);
            await().untilAsserted(() -> assertThat(answerers()).containsExactly("second"));

            readiness.set(200);
            await().untilAsserted(() -> assertThat(answerers()).containsExactly("first", "second"));

            done(management.close());
            await().untilAsserted(() -> assertThat(answerers()).containsExactly("second"));
        }
    }
}

package dev.muster.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FirstSignInTest {

    private final Vertx vertx = Vertx.vertx();
    private final List<String> requests = new CopyOnWriteArrayList<>();

    @AfterEach
    void close() throws Exception {
        vertx.close().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
    }

    @Test
    void itIsRepeatedWhileAServiceIsUnavailableAndSignsOutAtTheEnd() {
        signIn(request -> {
            if (requests.size() < 3) {
                request.response().setStatusCode(503).end();
            } else {
                request.response().end("{\"response\":{\"token\":\"abc\"}}");
            }
        });

        assertThat(requests)
                .containsExactly(
                        "/login.json null", "/login.json null", "/login.json null", "/users/logout.json Bearer abc");
    }

    @Test
    void anyOtherAnswerIsForTheCallersToSee() {
        signIn(request -> request.response().setStatusCode(401).end());

        assertThat(requests).containsExactly("/login.json null");
    }

    private void signIn(Consumer<HttpServerRequest> handler) {
        int port = vertx.createHttpServer()
                .requestHandler(request -> {
                    requests.add(request.path() + " " + request.getHeader("Authorization"));
                    handler.accept(request);
                })
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .join()
                .actualPort();
        new FirstSignIn("http://127.0.0.1:" + port).perform();
    }
}

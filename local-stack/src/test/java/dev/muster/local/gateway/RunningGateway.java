package dev.muster.local.gateway;

import dev.muster.local.Home;
import dev.muster.local.Http;
import dev.muster.local.stack.FreePorts;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpServerRequest;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** A gateway with the real routing table in front of servers that a test makes, and ways to ask it. */
final class RunningGateway implements AutoCloseable {

    static final RoutingTable TABLE = IngressFile.read(Home.path().resolve("k8s/base/ingress.yaml"));

    private final Vertx vertx = Vertx.vertx();
    private final int port = FreePorts.find(1).get(0);

    int port() {
        return port;
    }

    /** Starts the gateway with one service behind it. */
    void identity(Consumer<HttpServerRequest> handler) {
        start(Map.of("identity-service", List.of(server(handler))));
    }

    void start(Map<String, List<Integer>> ports) {
        start(ports, Duration.ofSeconds(10));
    }

    void start(Map<String, List<Integer>> ports, Duration patience) {
        Gateway.start(vertx, port, TABLE, new Upstreams(ports), patience);
    }

    /** The port of a server that answers its name and the address that it was asked for. */
    int serverSaying(String name) {
        return server(request -> request.response().end(name + " " + request.uri()));
    }

    /** The port of a server that does as told. */
    int server(Consumer<HttpServerRequest> handler) {
        return vertx.createHttpServer()
                .requestHandler(handler::accept)
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .join()
                .actualPort();
    }

    static Map<String, Object> headersOf(HttpServerRequest request) {
        Map<String, Object> headers = new TreeMap<>();
        request.headers().forEach(header -> headers.put(header.getKey().toLowerCase(Locale.ROOT), header.getValue()));
        return headers;
    }

    HttpClient client() {
        return vertx.createHttpClient();
    }

    HttpResponse<String> get(String uri, String... headers) {
        return Http.get("http://localhost:" + port + uri, headers);
    }

    HttpResponse<String> post(String uri, String body) {
        return Http.send(HttpRequest.newBuilder(URI.create("http://localhost:" + port + uri))
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build());
    }

    /** What comes back for these bytes until the gateway closes the connection. */
    String raw(String request) {
        CompletableFuture<String> answer = new CompletableFuture<>();
        vertx.createNetClient().connect(port, "127.0.0.1").onSuccess(socket -> {
            Buffer received = Buffer.buffer();
            socket.handler(received::appendBuffer);
            socket.closeHandler(unused -> answer.complete(received.toString()));
            socket.write(request);
        });
        return answer.orTimeout(10, TimeUnit.SECONDS).join();
    }

    @Override
    public void close() {
        vertx.close()
                .toCompletionStage()
                .toCompletableFuture()
                .orTimeout(10, TimeUnit.SECONDS)
                .join();
    }
}

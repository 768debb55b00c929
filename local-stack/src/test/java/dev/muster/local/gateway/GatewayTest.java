package dev.muster.local.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.muster.local.Home;
import dev.muster.local.Http;
import dev.muster.local.StackFailure;
import dev.muster.local.stack.FreePorts;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GatewayTest {

    private static final RoutingTable TABLE = IngressFile.read(Home.path().resolve("k8s/base/ingress.yaml"));
    private static final int MEBIBYTE = 1024 * 1024;

    private final Vertx vertx = Vertx.vertx();
    private final Vertx another = Vertx.vertx();
    private final int port = FreePorts.find(1).get(0);

    @AfterEach
    void close() throws Exception {
        another.close();
        vertx.close().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
    }

    @ParameterizedTest
    @CsvSource({
        "/login.json, session-service",
        "/users/view.json?x=1, identity-service",
        "/users/switch/42.json, org-service",
        "/users/%73witch/42.json, org-service",
        "/users/user_groups/1.json, reference-data-service",
    })
    void aRequestReachesTheServiceOfItsPathWithItsAddressUnchanged(String uri, String service) {
        startGateway(Map.of(
                "session-service", List.of(serverSaying("session-service")),
                "identity-service", List.of(serverSaying("identity-service")),
                "org-service", List.of(serverSaying("org-service")),
                "reference-data-service", List.of(serverSaying("reference-data-service"))));

        assertThat(get(uri).body()).isEqualTo(service + " " + uri);
    }

    @Test
    void statusHeadersAndBodyOfTheAnswerComeBackUnchanged() {
        identity(request -> request.response()
                .setStatusCode(201)
                .putHeader("ETag", "\"7\"")
                .putHeader("Location", "/users/7")
                .end("made"));

        HttpResponse<String> answer = get("/users/me");

        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(answer.headers().firstValue("ETag")).contains("\"7\"");
        assertThat(answer.headers().firstValue("Location")).contains("/users/7");
        assertThat(answer.body()).isEqualTo("made");
    }

    @Test
    void theServiceLearnsWhoTheClientIsFromTheGatewayOnly() {
        identity(request ->
                request.response().end(JsonObject.mapFrom(headersOf(request)).encode()));

        JsonObject headers = new JsonObject(get(
                        "/users/me",
                        "X-Forwarded-For",
                        "203.0.113.9",
                        "X-Forwarded-Proto",
                        "https",
                        "X-Forwarded-Prefix",
                        "/internal",
                        "Forwarded",
                        "for=203.0.113.9",
                        "X-Real-IP",
                        "203.0.113.9",
                        "X-User-Id",
                        "1",
                        "X-Muster-User",
                        "1",
                        "X-Original-URL",
                        "/internal",
                        "X-API-KEY",
                        "kept",
                        "Authorization",
                        "Bearer kept")
                .body());

        assertThat(headers.getString("x-forwarded-for")).isEqualTo("127.0.0.1");
        assertThat(headers.getString("x-forwarded-proto")).isEqualTo("http");
        assertThat(headers.getString("x-forwarded-host")).isEqualTo("localhost:" + port);
        assertThat(headers.getString("host")).isEqualTo("localhost:" + port);
        assertThat(headers.getString("x-api-key")).isEqualTo("kept");
        assertThat(headers.getString("authorization")).isEqualTo("Bearer kept");
        assertThat(headers.fieldNames())
                .doesNotContain(
                        "x-forwarded-prefix", "forwarded", "x-real-ip", "x-user-id", "x-muster-user", "x-original-url");
    }

    @Test
    void anUnknownPathIsAProblemOfItsOwn() {
        startGateway(Map.of());

        HttpResponse<String> answer = get("/internal/users/1");
        JsonObject problem = new JsonObject(answer.body());

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(problem.getString("type")).isEqualTo("urn:muster:problem:not-found");
        assertThat(problem.getInteger("status")).isEqualTo(404);
        assertThat(problem.getString("code")).isEqualTo("NOT_FOUND");
        assertThat(problem.getString("traceId")).matches("[0-9a-f]{32}");
        assertThat(problem.fieldNames()).containsExactly("type", "title", "status", "detail", "code", "traceId");
    }

    @Test
    void aProblemContinuesTheTraceOfTheRequest() {
        startGateway(Map.of());

        JsonObject problem =
                new JsonObject(get("/nowhere", "traceparent", "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01")
                        .body());

        assertThat(problem.getString("traceId")).isEqualTo("4bf92f3577b34da6a3ce929d0e0e4736");
    }

    @Test
    void aDeadServiceIsUnavailableForNow() {
        startGateway(Map.of("identity-service", List.of(FreePorts.find(1).get(0))));

        HttpResponse<String> answer = get("/users/view.json");
        JsonObject problem = new JsonObject(answer.body());

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).contains("1");
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(problem.getString("code")).isEqualTo("SERVICE_UNAVAILABLE");
        assertThat(problem.getBoolean("result")).isFalse();
        assertThat(problem.getString("message")).isEqualTo(problem.getString("detail"));
    }

    @Test
    void aProblemCarriesWhatTheClientsOfEachApiLookFor() {
        startGateway(Map.of());

        assertThat(new JsonObject(get("/api/v1/users/1").body()).getString("msg"))
                .isNotEmpty();
        assertThat(new JsonObject(get("/api/v1/fsd-jwt").body()).getString("msg"))
                .isNotEmpty();
        assertThat(new JsonObject(get("/login.json").body())
                        .getJsonObject("response")
                        .getBoolean("result"))
                .isFalse();
    }

    @Test
    void aDeadReplicaIsPassedOverAlsoForAPost() {
        int dead = FreePorts.find(1).get(0);
        startGateway(Map.of("session-service", List.of(dead, serverSaying("alive"))));

        for (int i = 0; i < 6; i++) {
            assertThat(post("/login.json", "{}").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void aReplicaThatHangsUpOnAReadIsAskedOnceMore() {
        AtomicInteger calls = new AtomicInteger();
        identity(request -> {
            if (calls.incrementAndGet() == 1) {
                request.connection().close();
            } else {
                request.response().end("second");
            }
        });

        assertThat(get("/users/view.json").body()).isEqualTo("second");
    }

    @Test
    void aReplicaThatHangsUpOnAPostIsNotAskedAgain() {
        AtomicInteger calls = new AtomicInteger();
        identity(request -> {
            calls.incrementAndGet();
            request.connection().close();
        });

        assertThat(post("/users/edit.json", "{}").statusCode()).isEqualTo(503);
        assertThat(calls).hasValue(1);
    }

    @Test
    void aSilentServiceIsGivenUpAfterTheGatewaysPatience() {
        startGateway(Map.of("identity-service", List.of(server(request -> {}))), Duration.ofMillis(300));

        assertThat(get("/users/view.json").statusCode()).isEqualTo(503);
    }

    @ParameterizedTest
    @CsvSource({
        "/users/../internal/x",
        "/users/%2e%2e/internal/x",
        "/users%2f..%2finternal",
        "//internal/x",
        "/users/view.json;a=b",
        "/users/view%5c",
    })
    void anAmbiguousPathIsRefusedAtTheDoor(String path) {
        List<String> seen = new CopyOnWriteArrayList<>();
        identity(request -> {
            seen.add(request.uri());
            request.response().end();
        });

        String answer = raw("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");

        assertThat(answer)
                .startsWith("HTTP/1.1 400")
                .contains("application/problem+json")
                .contains("INVALID_PATH");
        assertThat(seen).isEmpty();
    }

    @Test
    void anAbsoluteAddressIsRefused() {
        startGateway(Map.of());

        assertThat(raw("GET http://localhost/internal HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 400");
    }

    @Test
    void aRequestWithTwoFramingsReachesTheServiceWithOne() {
        identity(request ->
                request.response().end(JsonObject.mapFrom(headersOf(request)).encode()));

        String answer = raw("POST /users HTTP/1.1\r\nHost: localhost\r\nContent-Length: 5\r\n"
                + "Transfer-Encoding: chunked\r\nConnection: close\r\n\r\n0\r\n\r\n");

        assertThat(answer)
                .startsWith("HTTP/1.1 200")
                .contains("\"transfer-encoding\":\"chunked\"")
                .doesNotContain("\"content-length\"");
    }

    @Test
    void aTransferCodingBesidesChunkedIsRefused() {
        startGateway(Map.of());

        String answer = raw("POST /users HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: gzip, chunked\r\n"
                + "Connection: close\r\n\r\n0\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 400").contains("MALFORMED_REQUEST");
    }

    @Test
    void aHeaderOverEightKibibytesIsRefusedAsAProblem() {
        startGateway(Map.of());

        String answer = raw("GET /users HTTP/1.1\r\nHost: localhost\r\nX-Large: " + "x".repeat(9_000) + "\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 431").contains("HEADERS_TOO_LARGE");
    }

    @Test
    void whatIsNotHttpIsRefusedAsAProblem() {
        startGateway(Map.of());

        assertThat(raw("HELLO\r\n\r\n")).contains(" 400 ").contains("application/problem+json");
    }

    @Test
    void serverSentEventsPassOneByOne() throws Exception {
        CompletableFuture<HttpServerRequest> stream = new CompletableFuture<>();
        identity(request -> {
            request.response()
                    .setChunked(true)
                    .putHeader("Content-Type", "text/event-stream")
                    .write("data: 1\n\n");
            stream.complete(request);
        });
        List<String> received = new CopyOnWriteArrayList<>();
        vertx.createHttpClient()
                .request(HttpMethod.GET, port, "localhost", "/import/users/1/events")
                .compose(request -> request.send())
                .onSuccess(response -> response.handler(chunk -> received.add(chunk.toString())));

        await().untilAsserted(() -> assertThat(received).containsExactly("data: 1\n\n"));
        stream.get(5, TimeUnit.SECONDS).response().write("data: 2\n\n");

        await().untilAsserted(() -> assertThat(received).containsExactly("data: 1\n\n", "data: 2\n\n"));
    }

    @Test
    void aClientThatLeavesEndsTheStreamAtTheService() {
        AtomicInteger closed = new AtomicInteger();
        identity(request -> {
            request.response().closeHandler(unused -> closed.incrementAndGet());
            request.response().setChunked(true).write("data: 1\n\n");
        });
        vertx.createHttpClient()
                .request(HttpMethod.GET, port, "localhost", "/import/users/1/events")
                .compose(request -> request.send())
                .onSuccess(response -> response.handler(
                        chunk -> response.request().connection().close()));

        await().untilAsserted(() -> assertThat(closed).hasValue(1));
    }

    @Test
    void aBodyOf64MebibytesPassesWhole() {
        AtomicLong bytes = new AtomicLong();
        identity(request -> request.handler(chunk -> bytes.addAndGet(chunk.length()))
                .endHandler(unused -> request.response().end("read")));
        HttpRequest upload = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/import/users"))
                .POST(HttpRequest.BodyPublishers.ofByteArrays(Collections.nCopies(64, new byte[MEBIBYTE])))
                .build();

        assertThat(Http.send(upload).body()).isEqualTo("read");
        assertThat(bytes).hasValue(64L * MEBIBYTE);
    }

    @Test
    void aServiceThatReadsSlowlySlowsTheClientInsteadOfFillingTheHeap() {
        CompletableFuture<HttpServerRequest> reading = new CompletableFuture<>();
        identity(request -> {
            request.pause();
            reading.complete(request);
        });
        AtomicLong written = new AtomicLong();
        vertx.createHttpClient()
                .request(HttpMethod.POST, port, "localhost", "/import/users")
                .onSuccess(request -> {
                    request.setChunked(true);
                    writeWhileAccepted(request, written);
                    request.drainHandler(unused -> writeWhileAccepted(request, written));
                });

        await().until(reading::isDone);
        await().during(Duration.ofMillis(500)).atMost(Duration.ofSeconds(20)).until(stillness(written));
        assertThat(written.get()).isLessThan(40L * MEBIBYTE);
    }

    @Test
    void aTakenPortIsSaid() {
        startGateway(Map.of());
        Upstreams none = new Upstreams(Map.of());

        assertThatThrownBy(() -> Gateway.start(another, port, TABLE, none))
                .isInstanceOf(StackFailure.class)
                .hasMessageContaining("port " + port);
    }

    private static void writeWhileAccepted(HttpClientRequest request, AtomicLong written) {
        while (!request.writeQueueFull() && written.get() < 64L * MEBIBYTE) {
            request.write(Buffer.buffer(new byte[MEBIBYTE / 16]));
            written.addAndGet(MEBIBYTE / 16);
        }
    }

    private static Callable<Boolean> stillness(AtomicLong counter) {
        AtomicLong last = new AtomicLong(-1);
        return () -> last.getAndSet(counter.get()) == counter.get();
    }

    private void identity(Consumer<HttpServerRequest> handler) {
        startGateway(Map.of("identity-service", List.of(server(handler))));
    }

    private void startGateway(Map<String, List<Integer>> ports) {
        startGateway(ports, Duration.ofSeconds(10));
    }

    private void startGateway(Map<String, List<Integer>> ports, Duration patience) {
        Gateway.start(vertx, port, TABLE, new Upstreams(ports), patience);
    }

    private int serverSaying(String name) {
        return server(request -> request.response().end(name + " " + request.uri()));
    }

    private int server(Consumer<HttpServerRequest> handler) {
        return vertx.createHttpServer()
                .requestHandler(handler::accept)
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .join()
                .actualPort();
    }

    private static Map<String, Object> headersOf(HttpServerRequest request) {
        Map<String, Object> headers = new TreeMap<>();
        request.headers().forEach(header -> headers.put(header.getKey().toLowerCase(Locale.ROOT), header.getValue()));
        return headers;
    }

    private HttpResponse<String> get(String uri, String... headers) {
        return Http.get("http://localhost:" + port + uri, headers);
    }

    private HttpResponse<String> post(String uri, String body) {
        return Http.send(HttpRequest.newBuilder(URI.create("http://localhost:" + port + uri))
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build());
    }

    private String raw(String request) {
        CompletableFuture<String> answer = new CompletableFuture<>();
        vertx.createNetClient().connect(port, "127.0.0.1").onSuccess(socket -> {
            Buffer received = Buffer.buffer();
            socket.handler(received::appendBuffer);
            socket.closeHandler(unused -> answer.complete(received.toString()));
            socket.write(request);
        });
        return answer.orTimeout(10, TimeUnit.SECONDS).join();
    }
}

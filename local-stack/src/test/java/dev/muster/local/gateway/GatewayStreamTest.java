package dev.muster.local.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.muster.local.Http;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bodies and answers pass piece by piece, at the pace of the slower side. */
class GatewayStreamTest {

    private static final int MEBIBYTE = 1024 * 1024;

    private final RunningGateway gateway = new RunningGateway();

    @AfterEach
    void close() {
        gateway.close();
    }

    @Test
    void serverSentEventsPassOneByOne() throws Exception {
        CompletableFuture<HttpServerRequest> stream = new CompletableFuture<>();
        gateway.identity(request -> {
            request.response()
                    .setChunked(true)
                    .putHeader("Content-Type", "text/event-stream")
                    .write("data: 1\n\n");
            stream.complete(request);
        });
        List<String> received = new CopyOnWriteArrayList<>();
        gateway.client()
                .request(HttpMethod.GET, gateway.port(), "localhost", "/import/users/1/events")
                .compose(request -> request.send())
                .onSuccess(response -> response.handler(chunk -> received.add(chunk.toString())));

        await().untilAsserted(() -> assertThat(received).containsExactly("data: 1\n\n"));
        stream.get(5, TimeUnit.SECONDS).response().write("data: 2\n\n");

        await().untilAsserted(() -> assertThat(received).containsExactly("data: 1\n\n", "data: 2\n\n"));
    }

    @Test
    void aClientThatLeavesEndsTheStreamAtTheService() {
        AtomicInteger closed = new AtomicInteger();
        gateway.identity(request -> {
            request.response().closeHandler(unused -> closed.incrementAndGet());
            request.response().setChunked(true).write("data: 1\n\n");
        });
        gateway.client()
                .request(HttpMethod.GET, gateway.port(), "localhost", "/import/users/1/events")
                .compose(request -> request.send())
                .onSuccess(response -> response.handler(
                        chunk -> response.request().connection().close()));

        await().untilAsserted(() -> assertThat(closed).hasValue(1));
    }

    @ParameterizedTest
    @ValueSource(ints = {204, 304})
    void anAnswerWithoutABodyAnnouncesNone(int status) {
        gateway.identity(request -> request.response()
                .setStatusCode(status)
                .putHeader("ETag", "\"1\"")
                .end());
        String ask = "GET /users HTTP/1.1\r\nHost: localhost\r\n";

        String answers = gateway.raw(ask + "\r\n" + ask + "Connection: close\r\n\r\n");

        assertThat(answers.split("HTTP/1.1 " + status, -1)).as(answers).hasSize(3);
        assertThat(answers.toLowerCase(Locale.ROOT)).contains("etag").doesNotContain("transfer-encoding");
    }

    @Test
    void aBodyOf64MebibytesPassesWhole() {
        AtomicLong bytes = new AtomicLong();
        gateway.identity(request -> request.handler(chunk -> bytes.addAndGet(chunk.length()))
                .endHandler(unused -> request.response().end("read")));
        HttpRequest upload = HttpRequest.newBuilder(URI.create("http://localhost:" + gateway.port() + "/import/users"))
                .POST(HttpRequest.BodyPublishers.ofByteArrays(Collections.nCopies(64, new byte[MEBIBYTE])))
                .build();

        assertThat(Http.send(upload).body()).isEqualTo("read");
        assertThat(bytes).hasValue(64L * MEBIBYTE);
    }

    @Test
    void aServiceThatReadsSlowlySlowsTheClientInsteadOfFillingTheHeap() {
        CompletableFuture<HttpServerRequest> reading = new CompletableFuture<>();
        gateway.identity(request -> {
            request.pause();
            reading.complete(request);
        });
        AtomicLong written = new AtomicLong();
        gateway.client()
                .request(HttpMethod.POST, gateway.port(), "localhost", "/import/users")
                .onSuccess(request -> {
                    request.setChunked(true);
                    writeWhileAccepted(request, written);
                    request.drainHandler(unused -> writeWhileAccepted(request, written));
                });

        await().until(reading::isDone);
        await().during(Duration.ofMillis(500)).atMost(Duration.ofSeconds(20)).until(stillness(written));
        assertThat(written.get()).isLessThan(40L * MEBIBYTE);
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
}

package dev.muster.testkit.probe;

import static dev.muster.testkit.http.ProblemAssert.assertProblem;
import static dev.muster.testkit.http.RawHttp.request;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.testkit.access.SessionServiceTestResource;
import dev.muster.testkit.http.RawHttp.Answer;
import dev.muster.testkit.postgres.PostgresTestResource;
import dev.muster.testkit.time.Eventually;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(PostgresTestResource.class)
@WithTestResource(SessionServiceTestResource.class)
@DisplayName("R39 Body limits of single paths")
class LargeBodyTest {

    private static final String BYTES = "application/octet-stream";
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String MULTIPART = "multipart/form-data; boundary=limit";
    private static final int USUAL_LIMIT = 64 * 1024;

    @ParameterizedTest
    @ValueSource(strings = {"/large/%s/stream", "/large/%s/stream-later", "/large/bytes"})
    @DisplayName("R39 a body up to a path's own limit is read")
    void aBodyUpToAPathsOwnLimitIsRead(String path) {
        String body = "x".repeat(LargeBodyResource.LIMIT);

        assertRead(request("POST", fresh(path)).body(BYTES, body).send(), body.length());
        assertRead(request("POST", fresh(path)).chunked(BYTES, body).send(), body.length());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/large/%s/stream", "/large/%s/stream-later", "/large/bytes"})
    @DisplayName("R39 a body over a path's own limit is refused, announced or not")
    void aBodyOverAPathsOwnLimitIsRefused(String path) {
        String body = "x".repeat(LargeBodyResource.LIMIT + 1);

        assertTooLarge(request("POST", fresh(path)).body(BYTES, body).send());
        assertTooLarge(request("POST", fresh(path)).chunked(BYTES, body).send());
        assertTooLarge(
                request("POST", fresh(path)).chunked(BYTES, body.repeat(20)).send());
    }

    @Test
    @DisplayName("R39 an announced length over the limit is refused before the body is sent")
    void anAnnouncedLengthOverTheLimitIsRefusedBeforeTheBody() {
        assertTooLarge(request("POST", "/large/announced/stream")
                .header("Content-Type", BYTES)
                .header("Content-Length", Integer.toString(LargeBodyResource.LIMIT + 1))
                .send());

        assertThat(LargeBodyResource.ARRIVED).doesNotContainKey("announced");
    }

    @ParameterizedTest
    @CsvSource({"PUT, /large/a/stream", "POST, /large/a/stream/", "POST, /large/a/b/stream", "POST, /large/a/streams"})
    @DisplayName("R39 the limit of one path holds on no other")
    void theLimitOfOnePathHoldsOnNoOther(String method, String path) {
        String body = "x".repeat(USUAL_LIMIT + 1);

        assertTooLarge(request(method, path).body(BYTES, body).send());
        assertTooLarge(request(method, path).chunked(BYTES, body).send());
    }

    @Test
    @DisplayName("R39 a large body reaches its resource while it is still being sent")
    void aLargeBodyReachesItsResourceWhileItIsBeingSent() throws IOException {
        String name = UUID.randomUUID().toString();
        byte[] part = "x".repeat(USUAL_LIMIT).getBytes(StandardCharsets.US_ASCII);

        try (Socket socket = new Socket("localhost", RestAssured.port)) {
            OutputStream out = socket.getOutputStream();
            write(
                    out,
                    "POST /large/" + name + "/stream HTTP/1.1\r\nHost: localhost\r\nContent-Type: " + BYTES
                            + "\r\nTransfer-Encoding: chunked\r\n\r\n");
            for (int parts = 1; parts <= 3; parts++) {
                writeChunk(out, part);
                long sent = (long) parts * part.length;
                Eventually.passes(() -> assertThat(LargeBodyResource.ARRIVED).containsEntry(name, sent));
            }
        }
    }

    @Test
    @DisplayName("R39 an uploaded file up to a path's own limit is read")
    void anUploadedFileIsLimitedToo() {
        String file = "x".repeat(LargeBodyResource.LIMIT - 1024);

        assertRead(
                request("POST", "/large/file")
                        .body(MULTIPART, form("file", file))
                        .send(),
                file.length());
        assertRead(
                request("POST", "/large/file")
                        .chunked(MULTIPART, form("file", file))
                        .send(),
                file.length());
        assertTooLarge(request("POST", "/large/file")
                .body(MULTIPART, form("file", file + "x".repeat(1024)))
                .send());
        assertTooLarge(request("POST", "/large/file")
                .chunked(MULTIPART, form("file", file.repeat(5)))
                .send());
    }

    @Test
    @DisplayName("R39 a form of unknown length is read up to the usual limit")
    void aFormOfUnknownLengthIsReadUpToTheUsualLimit() {
        Answer plain =
                request("POST", "/large/small-form").chunked(FORM, "name=Ada").send();
        Answer parts = request("POST", "/large/small-form")
                .chunked(MULTIPART, form("name", "Ada"))
                .send();

        assertThat(plain.body()).isEqualTo("Ada");
        assertThat(parts.body()).isEqualTo("Ada");
        String extra = "x".repeat(1024);
        assertTooLarge(request("POST", "/large/small-form")
                .chunked(FORM, "name=Ada" + ("&a=" + extra).repeat(64))
                .send());
        assertTooLarge(request("POST", "/large/small-form")
                .chunked(MULTIPART, form("file", extra.repeat(64)))
                .send());
    }

    private static String fresh(String path) {
        return path.formatted(UUID.randomUUID());
    }

    private static void assertRead(Answer answer, int length) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo(Integer.toString(length));
    }

    private static void assertTooLarge(Answer answer) {
        assertProblem(answer, 413, "PAYLOAD_TOO_LARGE");
    }

    private static String form(String name, String content) {
        return "--limit\r\nContent-Disposition: form-data; name=\"" + name + "\""
                + (name.equals("file") ? "; filename=\"a.bin\"\r\nContent-Type: " + BYTES : "")
                + "\r\n\r\n" + content + "\r\n--limit--\r\n";
    }

    private static void writeChunk(OutputStream out, byte[] part) throws IOException {
        write(out, Integer.toHexString(part.length) + "\r\n");
        out.write(part);
        write(out, "\r\n");
    }

    private static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }
}

package dev.muster.local.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is refused before any service sees it. */
class GatewayDoorTest {

    private final RunningGateway gateway = new RunningGateway();

    @AfterEach
    void close() {
        gateway.close();
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
        gateway.identity(request -> {
            seen.add(request.uri());
            request.response().end();
        });

        String answer = gateway.raw("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");

        assertThat(answer)
                .startsWith("HTTP/1.1 400")
                .contains("application/problem+json")
                .contains("INVALID_PATH");
        assertThat(seen).isEmpty();
    }

    @Test
    void anAbsoluteAddressIsRefused() {
        gateway.start(Map.of());

        assertThat(gateway.raw(
                        "GET http://localhost/internal HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 400");
    }

    @Test
    void aRequestWithTwoFramingsReachesTheServiceWithOne() {
        gateway.identity(request -> request.response()
                .end(JsonObject.mapFrom(RunningGateway.headersOf(request)).encode()));

        String answer = gateway.raw("POST /users HTTP/1.1\r\nHost: localhost\r\nContent-Length: 5\r\n"
                + "Transfer-Encoding: chunked\r\nConnection: close\r\n\r\n0\r\n\r\n");

        assertThat(answer)
                .startsWith("HTTP/1.1 200")
                .contains("\"transfer-encoding\":\"chunked\"")
                .doesNotContain("\"content-length\"");
    }

    @Test
    void aTransferCodingBesidesChunkedIsRefused() {
        gateway.start(Map.of());

        String answer = gateway.raw("POST /users HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: gzip, chunked\r\n"
                + "Connection: close\r\n\r\n0\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 400").contains("MALFORMED_REQUEST");
    }

    @Test
    void aHeaderOverEightKibibytesIsRefusedAsAProblem() {
        gateway.start(Map.of());

        String answer =
                gateway.raw("GET /users HTTP/1.1\r\nHost: localhost\r\nX-Large: " + "x".repeat(9_000) + "\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 431").contains("HEADERS_TOO_LARGE");
    }

    @Test
    void whatIsNotHttpIsRefusedAsAProblem() {
        gateway.start(Map.of());

        assertThat(gateway.raw("HELLO\r\n\r\n")).contains(" 400 ").contains("application/problem+json");
    }
}

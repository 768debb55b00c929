package dev.muster.kit.http;

import static dev.muster.testkit.http.RawHttp.request;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.testkit.access.SessionServiceTestResource;
import dev.muster.testkit.http.RawHttp;
import dev.muster.testkit.postgres.PostgresTestResource;
import dev.muster.testkit.time.Eventually;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

@QuarkusTest
@WithTestResource(PostgresTestResource.class)
@WithTestResource(SessionServiceTestResource.class)
@DisplayName("R31 no ticket or id of a path becomes a label of the metrics")
class EndpointLabelsTest {

    /** Stands for a ticket; as a number it is an id, too. */
    private static final String SECRET = "918273645";

    @Inject
    MeterRegistry metrics;

    static Stream<Arguments> refusedBeforeAnEndpointIsFound() {
        return Stream.of(
                Arguments.of(404, request("GET", "/nowhere/" + SECRET)),
                Arguments.of(405, request("DELETE", "/things/" + SECRET + ".json")),
                Arguments.of(
                        413,
                        request("POST", "/things/" + SECRET + ".json/parts").json("x".repeat(65 * 1024))),
                Arguments.of(414, request("GET", "/things/" + SECRET + "x".repeat(9 * 1024))),
                Arguments.of(400, request("GET", "/things/" + SECRET + ".json;a=b")),
                Arguments.of(400, request("GET", "/things/" + SECRET + "%zz")));
    }

    @ParameterizedTest
    @MethodSource
    void refusedBeforeAnEndpointIsFound(int status, RawHttp request) {
        long before = count("GET|POST|DELETE", EndpointLabels.NO_ENDPOINT, status);

        assertThat(request.send().status()).isEqualTo(status);

        Eventually.holds(
                "it is counted without its path",
                () -> count("GET|POST|DELETE", EndpointLabels.NO_ENDPOINT, status) == before + 1);
        assertThatNoLabelNamesTheSecret();
    }

    @Test
    void givenUpBeforeAnEndpointIsFound() throws IOException {
        try (Socket socket = new Socket("localhost", RestAssured.port)) {
            OutputStream out = socket.getOutputStream();
            String head = "POST /things/" + SECRET + ".json/parts HTTP/1.1\r\nHost: localhost\r\n"
                    + "Transfer-Encoding: chunked\r\n\r\n5\r\nhal";
            out.write(head.getBytes(StandardCharsets.US_ASCII));
            out.flush();
            Eventually.holds(
                    "it has come",
                    () -> metrics.get("http.server.active.requests").gauge().value() > 0);
        }

        Eventually.holds(
                "it is given up",
                () -> metrics.get("http.server.active.requests").gauge().value() == 0);
        assertThatNoLabelNamesTheSecret();
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /open, /open, 200",
        "GET, /self, /self, 401",
        "GET, /things/7.json, /things/{id}.json, 200",
        "GET, /things/none.json, /things/{id}.json, 404",
        "POST, /things/7.json/parts/8/polish, /things/{id}.json/parts/{part}/polish, 200"
    })
    void anEndpointsLabelIsItsTemplate(String method, String path, String template, int status) {
        long before = count(method, template, status);

        assertThat(request(method, path).send().status()).isEqualTo(status);

        Eventually.holds("it is counted", () -> count(method, template, status) == before + 1);
    }

    @Test
    void aMethodThatHttpDoesNotHaveIsNoLabel() {
        assertThat(request("M" + SECRET, "/open").send().status()).isEqualTo(405);
        anEndpointsLabelIsItsTemplate("GET", "/open", "/open", 200);

        assertThatNoLabelNamesTheSecret();
    }

    private long count(String methods, String uri, int status) {
        return metrics
                .find("http.server.requests")
                .tag("uri", uri)
                .tag("status", Integer.toString(status))
                .timers()
                .stream()
                .filter(timer -> timer.getId().getTag("method").matches(methods))
                .mapToLong(Timer::count)
                .sum();
    }

    private void assertThatNoLabelNamesTheSecret() {
        assertThat(metrics.getMeters())
                .extracting(meter -> meter.getId().toString())
                .filteredOn(id -> id.contains("http.server"))
                .isNotEmpty()
                .noneMatch(id -> id.contains(SECRET));
    }
}

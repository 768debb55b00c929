package dev.muster.testkit.probe;

import static dev.muster.testkit.http.ProblemAssert.assertProblem;
import static dev.muster.testkit.http.RawHttp.request;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.testkit.access.SessionServiceTestResource;
import dev.muster.testkit.access.SignedIn;
import dev.muster.testkit.http.RawHttp;
import dev.muster.testkit.http.RawHttp.Answer;
import dev.muster.testkit.postgres.PostgresTestResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(PostgresTestResource.class)
@WithTestResource(SessionServiceTestResource.class)
@DisplayName("R38 Every non-2xx is a problem")
class ProblemAnswersTest {

    private static final int KIB = 1024;

    @Test
    @DisplayName("R38 unknown path")
    void anUnknownPathIsNotFound() {
        assertProblem(request("GET", "/nowhere").send(), 404, "NOT_FOUND");
        assertProblem(request("POST", "/nowhere/at/all").json("{}").send(), 404, "NOT_FOUND");
        assertProblem(request("GET", "/").send(), 404, "NOT_FOUND");
    }

    @Test
    @DisplayName("R38 wrong method")
    void aWrongMethodIsRefusedWithTheRightOnes() {
        Answer answer = request("DELETE", "/open").send();

        assertProblem(answer, 405, "METHOD_NOT_ALLOWED");
        assertThat(answer.header("Allow")).contains("GET");
        assertProblem(request("BREW", "/open").send(), 405, "METHOD_NOT_ALLOWED");
    }

    @Test
    @DisplayName("R38 wrong method on a path whose beginning belongs to another class")
    void aWrongMethodOnANestedPathIsRefusedWithTheRightOnes() {
        assertWrongMethod("DELETE", "/things/7.json", "GET");
        assertWrongMethod("GET", "/things/7.json/parts", "POST");
        assertWrongMethod("PUT", "/things/7.json/parts/8/polish", "POST");
        assertWrongMethod("BREW", "/large/7/stream", "POST");
        assertProblem(request("DELETE", "/things/7.json/unknown").send(), 404, "NOT_FOUND");
    }

    private static void assertWrongMethod(String method, String path, String right) {
        assertProblem(request(method, path).send(), 405, "METHOD_NOT_ALLOWED").header("Allow", right);
    }

    @Test
    @DisplayName("R38 wrong content type")
    void aBodyOfAnotherTypeIsRefused() {
        assertProblem(request("POST", "/read").body("text/plain", "hello").send(), 415, "UNSUPPORTED_MEDIA_TYPE");
        assertProblem(request("POST", "/read").body("nonsense", "hello").send(), 415, "UNSUPPORTED_MEDIA_TYPE");
    }

    @Test
    @DisplayName("R38 not acceptable")
    void aTypeThatIsNotServedIsRefused() {
        assertProblem(
                request("POST", "/read")
                        .header("Accept", "image/png")
                        .json("{}")
                        .send(),
                406,
                "NOT_ACCEPTABLE");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"name\":",
                "",
                "nonsense",
                "{\"count\":1} {}",
                "null",
                "{\"count\":1,\"name\":\"a\",\"name\":\"b\"}"
            })
    @DisplayName("R38 malformed JSON")
    void malformedJsonIsRefused(String body) {
        assertProblem(request("POST", "/read").json(body).send(), 400, "MALFORMED_REQUEST");
    }

    @Test
    @DisplayName("R39 JSON nested deeper than 32")
    void deeplyNestedJsonIsRefused() {
        String body = "{\"count\":1,\"extra\":" + "[".repeat(32) + "]".repeat(32) + "}";
        assertProblem(request("POST", "/read").json(body).send(), 400, "MALFORMED_REQUEST");
        assertProblem(request("POST", "/read").json("[".repeat(60_000)).send(), 400, "MALFORMED_REQUEST");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '|',
            value = {
                "|{\"count\":\"x\"}|, /count",
                "|{\"count\":\"1\"}|, /count",
                "|{\"count\":1.5}|, /count",
                "|{\"count\":null}|, /count",
                "|{\"count\":99999999999}|, /count",
                "|{\"name\":7}|, /name",
                "|{\"name\":true}|, /name",
                "|{\"name\":{}}|, /name",
                "|{\"name\":[]}|, /name",
                "|{\"nested\":{\"number\":\"x\"}}|, /nested/number",
                "|{\"nested\":7}|, /nested",
                "|{\"count\":1,\"colour\":\"pink\"}|, /colour",
                "|{\"count\":1,\"colour\":1}|, /colour",
                "|{\"count\":1,\"colour\":\"1\"}|, /colour",
                "|{\"count\":1,\"shade\":\"RED\"}|, /shade"
            })
    @DisplayName("R38 wrong type, naming the field")
    void aValueOfAnotherTypeNamesItsField(String body, String pointer) {
        assertProblem(request("POST", "/read").json(body).send(), 400, "INVALID_INPUT")
                .names(pointer);
    }

    @Test
    @DisplayName("R34 unknown field, naming it")
    void anUnknownFieldIsNamed() {
        assertProblem(
                        request("POST", "/read")
                                .json("{\"count\":1,\"nme\":\"x\"}")
                                .send(),
                        400,
                        "INVALID_INPUT")
                .names("/nme");
        assertProblem(
                        request("POST", "/read")
                                .json("{\"count\":1,\"nested\":{\"a/b\":1}}")
                                .send(),
                        400,
                        "INVALID_INPUT")
                .names("/nested/a~1b");
    }

    @Test
    @DisplayName("R38 broken constraints, all at once")
    void everyBrokenConstraintIsNamed() {
        assertProblem(
                        request("POST", "/constrained")
                                .json("{\"name\":\"\",\"age\":-1}")
                                .send(),
                        400,
                        "INVALID_INPUT")
                .names("/age", "/name");
    }

    @ParameterizedTest
    @ValueSource(strings = {"abc", "1x", "-", "99999999999999999999", "1.5", "%00", "%20"})
    @DisplayName("R38 bad id in a path")
    void anIdThatIsNoneIsNotFound(String id) {
        Answer answer = request("GET", "/things/" + id + ".json").send();

        assertThat(answer.status()).isIn(400, 404);
        assertProblem(answer, answer.status(), answer.status() == 404 ? "NOT_FOUND" : "INVALID_PATH");
    }

    @Test
    @DisplayName("R39 body over the limit")
    void aBodyOverTheLimitIsRefused() {
        String large = "{\"name\":\"" + "x".repeat(64 * KIB) + "\"}";
        assertProblem(request("POST", "/read").json(large).send(), 413, "PAYLOAD_TOO_LARGE");
        assertProblem(
                request("POST", "/read").chunked("application/json", large).send(), 413, "PAYLOAD_TOO_LARGE");
        assertProblem(
                request("POST", "/read-later")
                        .chunked("application/json", large)
                        .send(),
                413,
                "PAYLOAD_TOO_LARGE");
        assertThat(request("POST", "/read")
                        .chunked("application/json", "{\"count\":1}")
                        .send()
                        .status())
                .isEqualTo(200);
        assertThat(request("POST", "/read-later")
                        .chunked("application/json", "{\"count\":1}")
                        .send()
                        .status())
                .isEqualTo(200);
        assertProblem(
                request("POST", "/read")
                        .header("Content-Type", "application/json")
                        .header("Content-Length", "99999999999")
                        .send(),
                413,
                "PAYLOAD_TOO_LARGE");
    }

    @Test
    @DisplayName("R39 header over 8 KiB")
    void headersOverTheLimitAreRefused() {
        assertProblem(
                request("GET", "/open").header("X-Large", "x".repeat(9 * KIB)).send(), 431, "HEADERS_TOO_LARGE");
        RawHttp many = request("GET", "/open");
        for (int i = 0; i < 300; i++) {
            many.header("X-" + i, "x".repeat(30));
        }
        assertProblem(many.send(), 431, "HEADERS_TOO_LARGE");
    }

    @Test
    @DisplayName("R39 URL over the limit")
    void aLongUrlIsRefused() {
        assertProblem(request("GET", "/open?x=" + "x".repeat(9 * KIB)).send(), 414, "URI_TOO_LONG");
    }

    @Test
    @DisplayName("R39 headers of 3 MB")
    void endlessHeadersAreCutOff() {
        Answer answer = request("GET", "/open")
                .header("X-Endless", "x".repeat(3 * KIB * KIB))
                .send();

        assertThat(answer.status()).isEqualTo(431);
    }

    @Test
    @DisplayName("R38 defect")
    void aDefectTellsNothingButItsTraceId() {
        JsonObject body = assertProblem(request("GET", "/defect").send(), 500, "INTERNAL_ERROR")
                .body();

        assertThat(LoggedProblems.withTraceId(body.getString("traceId"))).hasSize(1);
        assertThat(body.encode()).doesNotContain("secret");
        assertProblem(request("GET", "/defect-later").send(), 500, "INTERNAL_ERROR");
        assertProblem(request("GET", "/defect-in-view").send(), 500, "INTERNAL_ERROR");
    }

    @Test
    @DisplayName("R38 timeout")
    void aTimeoutOfADependencyAsksToTryAgain() {
        assertProblem(request("GET", "/timeout").send(), 503, "SERVICE_UNAVAILABLE")
                .header("Retry-After", "1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/open;x=1",
                "/;/open",
                "/open%3bx",
                "//open",
                "/things/1%2f2.json",
                "/things/1%5c.json",
                "/open%00"
            })
    @DisplayName("R38 matrix parameters and ambiguous paths")
    void ambiguousPathsAreRefused(String path) {
        assertProblem(request("GET", path).send(), 400, "INVALID_PATH");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/op%e9n", "/%c0%af", "*", "/op\u00e9n", "/%20"})
    @DisplayName("R38 odd escapes")
    void oddEscapesAreNotFound(String target) {
        assertProblem(request("GET", target).send(), 404, "NOT_FOUND");
    }

    /** Refused by the HTTP layer itself, before there is a request: a bare status is all that it can say. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /open HTTP/9.9\r\n\r\n",
                "nonsense\r\n\r\n",
                "GET /open HTTP/1.1\r\nHo st: x\r\n\r\n",
                "GET /% HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
                "GET /open?%zz HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
                "GET /things\\1.json HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"
            })
    @DisplayName("R38 what is no HTTP")
    void whatIsNoHttpIsRefusedWithAStatusAlone(String bytes) {
        Answer answer = RawHttp.exchange(bytes.getBytes(StandardCharsets.UTF_8));

        assertThat(answer.status()).isIn(400, 501, 505);
        assertThat(answer.body()).isEmpty();
    }

    @Test
    @DisplayName("R32 an endpoint without authorization is refused")
    void anEndpointThatNobodyAuthorizedIsRefused() {
        assertProblem(
                request("GET", "/forgotten")
                        .header(
                                "Authorization",
                                "Bearer " + SignedIn.operator(100_001, 42).token())
                        .send(),
                403,
                "FORBIDDEN");
    }

    @Test
    @DisplayName("R38 the members of each dialect")
    void eachDialectFindsItsMembers() {
        JsonObject profile = assertProblem(request("GET", "/things/abc.json").send(), 404, "NOT_FOUND")
                .body();
        JsonObject network = assertProblem(request("GET", "/api/v1/users/load").send(), 404, "NOT_FOUND")
                .body();
        JsonObject fsd = assertProblem(
                        request("POST", "/api/v1/fsd-jwt").json("{").send(), 404, "NOT_FOUND")
                .body();
        JsonObject auth = assertProblem(
                        request("POST", "/api/v1/auth/nothing").json("{").send(), 404, "NOT_FOUND")
                .body();
        JsonObject login = assertProblem(
                        request("POST", "/login.json").json("{").send(), 404, "NOT_FOUND")
                .body();
        JsonObject other = assertProblem(request("GET", "/api/v1/usersx").send(), 404, "NOT_FOUND")
                .body();

        assertThat(profile.getBoolean("result")).isFalse();
        assertThat(profile.getString("message")).isEqualTo(profile.getString("detail"));
        assertThat(network.getString("msg")).isEqualTo(network.getString("detail"));
        assertThat(fsd.getString("msg")).isEqualTo(fsd.getString("detail"));
        assertThat(auth.getString("msg")).isEqualTo(auth.getString("detail"));
        assertThat(auth.getString("err")).isEqualTo(auth.getString("detail"));
        assertThat(auth.getString("version")).isEqualTo("v1");
        assertThat(auth.containsKey("data")).isTrue();
        assertThat(login.getJsonObject("response").getBoolean("result")).isFalse();
        assertThat(login.getJsonObject("response").getString("message")).isEqualTo(login.getString("detail"));
        assertThat(login.getJsonObject("response").containsKey("url")).isTrue();
        assertThat(other.containsKey("msg")).isFalse();
        assertThat(other.containsKey("result")).isFalse();
    }
}

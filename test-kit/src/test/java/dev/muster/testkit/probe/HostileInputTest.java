package dev.muster.testkit.probe;

import static dev.muster.testkit.http.ProblemAssert.assertProblem;
import static dev.muster.testkit.http.RawHttp.request;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.testkit.access.SessionServiceTestResource;
import dev.muster.testkit.http.RawHttp.Answer;
import dev.muster.testkit.postgres.PostgresTestResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(PostgresTestResource.class)
@WithTestResource(SessionServiceTestResource.class)
@DisplayName("R38 No input is our own failure")
class HostileInputTest {

    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String MULTIPART = "multipart/form-data; boundary=limit";
    private static final String PART = "--limit\r\nContent-Disposition: form-data; name=\"name\"\r\n\r\nAda";

    @Test
    @DisplayName("R39 form field of 60 KB")
    void aFormWithALongFieldIsTooLarge() {
        assertProblem(form(FORM, "name=" + "x".repeat(60_000)), 413, "PAYLOAD_TOO_LARGE");
        assertProblem(form(FORM, "x".repeat(60_000) + "=Ada"), 413, "PAYLOAD_TOO_LARGE");
        assertProblem(form(MULTIPART, PART + "x".repeat(60_000) + "\r\n--limit--\r\n"), 413, "PAYLOAD_TOO_LARGE");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "garbage",
                "application/",
                "/json",
                "/",
                "a/b/c",
                "application/json;charset=nonsense",
                "application/json;charset=",
                "application/x-www-form-urlencoded;charset=nonsense",
                ";",
                "application/json, text/plain"
            })
    @DisplayName("R38 media type that is none")
    void aMediaTypeThatIsNoneIsRefused(String type) {
        Answer answer = form(type, "name=Ada");

        assertThat(answer.status()).as(answer.toString()).isIn(400, 415);
        assertProblem(answer, answer.status(), answer.status() == 400 ? "MALFORMED_REQUEST" : "UNSUPPORTED_MEDIA_TYPE");
    }

    @ParameterizedTest
    @ValueSource(strings = {"name=%zz", "name=%", "name=%4", "%zz=1", "a=1&name=%c3%g1"})
    @DisplayName("R38 form with an escape that is none")
    void aFormWithABrokenEscapeIsMalformed(String form) {
        assertProblem(form(FORM, form), 400, "MALFORMED_REQUEST");
        assertProblem(request("POST", "/read.json").chunked(FORM, form).send(), 400, "MALFORMED_REQUEST");
    }

    @Test
    @DisplayName("R39 form of more than 1,000 fields")
    void aFormOfTooManyFieldsIsTooLarge() {
        assertProblem(form(FORM, "name=Ada" + "&a=1".repeat(1500)), 413, "PAYLOAD_TOO_LARGE");
        assertProblem(
                request("POST", "/read.json")
                        .chunked(FORM, "name=Ada" + "&a=1".repeat(1500))
                        .send(),
                413,
                "PAYLOAD_TOO_LARGE");
        assertProblem(
                request("POST", "/read.json").chunked(FORM, "x".repeat(70_000)).send(), 413, "PAYLOAD_TOO_LARGE");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", PART, PART + "\r\n--limit", "nothing of a form"})
    @DisplayName("R38 form of parts that breaks off")
    void aFormOfPartsThatBreaksOffIsMalformed(String form) {
        assertProblem(form(MULTIPART, form), 400, "MALFORMED_REQUEST");
        assertThat(request("POST", "/read.json").chunked(MULTIPART, form).send().status())
                .isIn(200, 400);
        assertThat(form("multipart/form-data", form).status()).isIn(200, 400);
    }

    @Test
    void aChunkedFormIsReadToo() {
        assertThat(request("POST", "/read.json")
                        .chunked(FORM, "name=Ada%20L")
                        .send()
                        .body())
                .contains("\"Ada L\"");
        assertThat(request("POST", "/read.json")
                        .chunked(MULTIPART, PART + "\r\n--limit--\r\n")
                        .send()
                        .body())
                .contains("\"Ada\"");
    }

    @Test
    void aFormIsRead() {
        assertThat(form(FORM, "name=Ada%20L").body()).contains("\"Ada L\"");
        assertThat(form(FORM + "; charset=UTF-8", "name=Ada").body()).contains("\"Ada\"");
        assertThat(form(MULTIPART, PART + "\r\n--limit--\r\n").body()).contains("\"Ada\"");
        assertThat(request("POST", "/read.json")
                        .body("application/json; charset=utf-8", "{\"name\":\"Ada\",\"count\":1}")
                        .send()
                        .body())
                .contains("\"Ada\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"text=%00", "text=Ada%00", "x=1&text=a%00b&y=2"})
    @DisplayName("R38 NUL in a query, naming the parameter")
    void aNulInAQueryNamesItsParameter(String query) {
        assertProblem(request("GET", "/stored?" + query).send(), 400, "INVALID_INPUT")
                .names("/text");
    }

    @Test
    @DisplayName("R38 NUL in the name of a parameter, in a flag and in a body that is stored")
    void aNulAnywhereElseIsRefused() {
        assertProblem(request("GET", "/stored?te%00xt=1").send(), 400, "INVALID_INPUT");
        assertProblem(request("GET", "/stored?%00").send(), 400, "INVALID_INPUT");
        assertProblem(
                request("POST", "/stored")
                        .json("{\"count\":1,\"name\":\"a\\u0000b\"}")
                        .send(),
                400,
                "INVALID_INPUT");
        assertThat(request("GET", "/stored?text=100%2500").send().body()).isEqualTo("100%00");
    }

    @ParameterizedTest
    @ValueSource(strings = {"40P01", "40001", "55P03", "57014", "53300", "08006"})
    @DisplayName("R38 what the database could do a moment later")
    void whatTheDatabaseCouldDoLaterAsksToTryAgain(String state) {
        assertProblem(request("GET", "/refused-by-the-database/" + state).send(), 503, "SERVICE_UNAVAILABLE")
                .header("Retry-After", "1");
    }

    @Test
    @DisplayName("R38 what the database will never do")
    void whatTheDatabaseWillNeverDoIsADefect() {
        assertProblem(request("GET", "/refused-by-the-database/42601").send(), 500, "INTERNAL_ERROR");
    }

    private static Answer form(String type, String form) {
        return request("POST", "/read.json").body(type, form).send();
    }
}

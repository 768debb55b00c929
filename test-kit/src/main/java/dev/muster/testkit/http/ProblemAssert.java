package dev.muster.testkit.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.testkit.http.RawHttp.Answer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** Checks that an answer is a complete problem as the contract has it, and that it tells nothing of the inside. */
public final class ProblemAssert {

    private static final List<String> INTERNALS = List.of(
            "exception",
            "java.",
            "dev.muster",
            "io.quarkus",
            "jackson",
            "hibernate",
            "\tat ",
            "select ",
            "stacktrace",
            "-service",
            "database",
            "postgres");

    private final Answer answer;
    private final JsonObject body;

    private ProblemAssert(Answer answer, JsonObject body) {
        this.answer = answer;
        this.body = body;
    }

    /** Fails unless the answer is this problem, with every member that RFC 9457 and the contract demand. */
    public static ProblemAssert assertProblem(Answer answer, int status, String code) {
        assertThat(answer.status()).as("status of %s", answer).isEqualTo(status);
        assertThat(answer.header("Content-Type")).as("type of %s", answer).startsWith("application/problem+json");
        JsonObject body = new JsonObject(answer.body());
        assertThat(body.getString("code")).isEqualTo(code);
        assertThat(body.getInteger("status")).isEqualTo(status);
        assertThat(body.getString("type"))
                .isEqualTo("urn:muster:problem:" + code.toLowerCase(Locale.ROOT).replace('_', '-'));
        assertThat(body.getString("title")).isNotBlank();
        assertThat(body.getString("detail")).isNotBlank();
        assertThat(body.getString("traceId")).matches("[0-9a-f]{32}");
        assertThat(INTERNALS)
                .noneMatch(word -> answer.body().toLowerCase(Locale.ROOT).contains(word));
        return new ProblemAssert(answer, body);
    }

    /** Fails unless exactly these fields are named. */
    public ProblemAssert names(String... pointers) {
        JsonArray errors = body.getJsonArray("errors", new JsonArray());
        assertThat(IntStream.range(0, errors.size())
                        .mapToObj(i -> errors.getJsonObject(i).getString("pointer")))
                .containsExactly(pointers);
        return this;
    }

    public ProblemAssert header(String name, String value) {
        assertThat(answer.header(name)).as(name).isEqualTo(value);
        return this;
    }

    /** The whole body. */
    public JsonObject body() {
        return body;
    }
}

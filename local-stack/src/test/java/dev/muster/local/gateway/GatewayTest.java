package dev.muster.local.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.local.StackFailure;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What passes the gateway, and what a request that goes nowhere is answered. */
class GatewayTest {

    private final Vertx another = Vertx.vertx();
    private final RunningGateway gateway = new RunningGateway();

    @AfterEach
    void close() {
        another.close();
        gateway.close();
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
        gateway.start(Map.of(
                "session-service", List.of(gateway.serverSaying("session-service")),
                "identity-service", List.of(gateway.serverSaying("identity-service")),
                "org-service", List.of(gateway.serverSaying("org-service")),
                "reference-data-service", List.of(gateway.serverSaying("reference-data-service"))));

        assertThat(gateway.get(uri).body()).isEqualTo(service + " " + uri);
    }

    @Test
    void statusHeadersAndBodyOfTheAnswerComeBackUnchanged() {
        gateway.identity(request -> request.response()
                .setStatusCode(201)
                .putHeader("ETag", "\"7\"")
                .putHeader("Location", "/users/7")
                .end("made"));

        HttpResponse<String> answer = gateway.get("/users/me");

        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(answer.headers().firstValue("ETag")).contains("\"7\"");
        assertThat(answer.headers().firstValue("Location")).contains("/users/7");
        assertThat(answer.body()).isEqualTo("made");
    }

    @Test
    void theServiceLearnsWhoTheClientIsFromTheGatewayOnly() {
        gateway.identity(request -> request.response()
                .end(JsonObject.mapFrom(RunningGateway.headersOf(request)).encode()));

        JsonObject headers = new JsonObject(gateway.get(
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
        assertThat(headers.getString("x-forwarded-host")).isEqualTo("localhost:" + gateway.port());
        assertThat(headers.getString("host")).isEqualTo("localhost:" + gateway.port());
        assertThat(headers.getString("x-api-key")).isEqualTo("kept");
        assertThat(headers.getString("authorization")).isEqualTo("Bearer kept");
        assertThat(headers.fieldNames())
                .doesNotContain(
                        "x-forwarded-prefix", "forwarded", "x-real-ip", "x-user-id", "x-muster-user", "x-original-url");
    }

    @Test
    void anUnknownPathIsAProblemOfItsOwn() {
        gateway.start(Map.of());

        HttpResponse<String> answer = gateway.get("/internal/users/1");
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
        gateway.start(Map.of());

        JsonObject problem = new JsonObject(
                gateway.get("/nowhere", "traceparent", "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01")
                        .body());

        assertThat(problem.getString("traceId")).isEqualTo("4bf92f3577b34da6a3ce929d0e0e4736");
    }

    @Test
    void aProblemCarriesWhatTheClientsOfEachApiLookFor() {
        gateway.start(Map.of());

        assertThat(new JsonObject(gateway.get("/api/v1/users/1").body()).getString("msg"))
                .isNotEmpty();
        assertThat(new JsonObject(gateway.get("/api/v1/fsd-jwt").body()).getString("msg"))
                .isNotEmpty();
        assertThat(new JsonObject(gateway.get("/api/v1/auth/login").body()).getString("err"))
                .isNotEmpty();
        assertThat(new JsonObject(gateway.get("/login.json").body())
                        .getJsonObject("response")
                        .getBoolean("result"))
                .isFalse();
    }

    @Test
    void aTakenPortIsSaid() {
        gateway.start(Map.of());
        Upstreams none = new Upstreams(Map.of());

        assertThatThrownBy(() -> Gateway.start(another, gateway.port(), RunningGateway.TABLE, none))
                .isInstanceOf(StackFailure.class)
                .hasMessageContaining("port " + gateway.port());
    }
}

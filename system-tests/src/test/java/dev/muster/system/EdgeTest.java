package dev.muster.system;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the outside sees of things that are not there, not for it, or not understood. */
class EdgeTest {

    private static RequestSpecification raw() {
        return Demo.request().urlEncodingEnabled(false);
    }

    private static void isProblem(ValidatableResponse answer, int status) {
        answer.statusCode(status)
                .contentType("application/problem+json")
                .body("type", notNullValue())
                .body("title", notNullValue())
                .body("status", equalTo(status))
                .body("detail", notNullValue())
                .body("code", notNullValue())
                .body("traceId", notNullValue());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/internal/session-events",
                "/internal/members/100004",
                "/internal/credentials/verify",
                "/internal/groups?org=42"
            })
    @DisplayName("R36 internal paths are not reachable from outside")
    void internalPathsAreNotRouted(String path) {
        isProblem(raw().get(path).then(), 404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/users/..%2finternal/session-events",
                "/users/%2e%2e/internal/session-events",
                "/users;a=b/view.json",
                "/users/view.json;jsessionid=1"
            })
    @DisplayName("R36 no spelling of a path leads around its rule")
    void ambiguousPathsAreRefused(String path) {
        isProblem(raw().get(path).then(), 400);
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /nothing/here, 404",
        "GET, /users/nothing.json, 404",
        "GET, /users/view.json, 401",
        "GET, /users/organizations.json, 401",
        "GET, /users/logins.json, 401",
        "GET, /users/user_groups.json, 401",
        "DELETE, /login.json, 405",
    })
    @DisplayName("R38 every refusal is a problem, from every layer")
    void everyRefusalIsAProblem(String method, String path, int status) {
        isProblem(raw().request(method, path).then(), status);
    }

    @Test
    @DisplayName("R38 bad JSON is a problem that carries the profile API's members too")
    void badJsonIsAProblem() {
        isProblem(
                raw().contentType("application/json")
                        .body("{\"email\":")
                        .post("/login.json")
                        .then(),
                400);
    }

    @Test
    @DisplayName("R38 a body over the limit is a problem")
    void aTooLargeBodyIsAProblem() {
        String large = "{\"email\":\"" + "a".repeat(70_000) + "\"}";
        isProblem(
                raw().contentType("application/json")
                        .body(large)
                        .post("/login.json")
                        .then(),
                413);
    }

    @Test
    void aForeignSessionCannotBeClosed() {
        String foreign = Demo.sessionOf(Demo.signIn(Demo.ADMIN));

        isProblem(
                Demo.with(Demo.signIn(Demo.PILOT))
                        .post("/users/closesession/" + foreign + ".json")
                        .then(),
                404);
    }
}

package dev.muster.identity.recovery;

import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.util.Map;

/** Asks for another password and sets it as clients do. */
final class RecoveryCalls {

    static final String PATH = "/users/password_recover.json";

    private RecoveryCalls() {}

    static Response ask(String email) {
        return RestAssured.given()
                .contentType("application/json")
                .body(Map.of("email", email))
                .post(PATH);
    }

    static ValidatableResponse post(String path, Map<String, String> body) {
        return RestAssured.given()
                .contentType("application/json")
                .body(body)
                .post(path)
                .then();
    }
}

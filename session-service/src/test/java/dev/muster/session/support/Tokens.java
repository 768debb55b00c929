package dev.muster.session.support;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.Map;

/** The two tokens of a session that was opened by {@code /api/v1/auth/login}, and what a client does with them. */
public record Tokens(String access, String refresh) {

    /** Those of a new session. */
    public static Tokens of(Person person) {
        return from(login(Map.of("cid", person.id(), "password", FakePeers.PASSWORD)));
    }

    /** Those of an answer that must be one. */
    public static Tokens from(Response answer) {
        answer.then().statusCode(200);
        return new Tokens(answer.path("access_token"), answer.path("refresh_token"));
    }

    /** Asks for a session. */
    public static Response login(Map<String, ?> body) {
        return given().contentType(ContentType.JSON)
                .header("User-Agent", Person.CHROME)
                .body(body)
                .post("/api/v1/auth/login");
    }

    /** Shows a refresh token. */
    public static Response show(String refreshToken) {
        return given().contentType(ContentType.JSON)
                .header("User-Agent", Person.CHROME)
                .body(Map.of("refresh_token", refreshToken))
                .post("/api/v1/auth/refresh");
    }

    /** Those that take the place of these. */
    public Tokens refreshed() {
        return from(show(refresh));
    }

    /** The id of their session. */
    public String session() {
        return Person.sessionOf(access);
    }
}

package dev.muster.system;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.util.Map;

/** The demo accounts. */
public final class Demo {

    public static final String PILOT = "pilot@acme.example";
    public static final String STUDENT = "student@acme.example";
    public static final String ADMIN = "admin@acme.example";
    public static final String BLUE_SKY_ADMIN = "admin@bluesky.example";
    public static final String SUPERVISOR = "supervisor@muster.example";
    public static final String OPERATOR = "operator@muster.example";
    public static final String PASSWORD = "fly-safe-every-day";
    public static final int ACME = 42;
    public static final int BLUE_SKY = 43;
    public static final int CARPOOL = 44;

    private Demo() {}

    /** The token of a new session. */
    public static String signIn(String email) {
        return request()
                .contentType(ContentType.JSON)
                .body(Map.of("email", email, "password", PASSWORD))
                .post("/login.json")
                .then()
                .statusCode(200)
                .extract()
                .path("response.token");
    }

    /** A request through the gateway by nobody in particular. */
    public static RequestSpecification request() {
        return given().baseUri(Deployment.baseUrl());
    }

    /** A request through the gateway with a token. */
    public static RequestSpecification with(String token) {
        return request().header("Authorization", "Bearer " + token);
    }

    /** The id of the session that a token belongs to. */
    public static String sessionOf(String token) {
        return with(token)
                .get("/users/logins.json")
                .then()
                .statusCode(200)
                .extract()
                .path("currentSession");
    }
}

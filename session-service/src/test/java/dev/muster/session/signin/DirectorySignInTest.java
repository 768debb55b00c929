package dev.muster.session.signin;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.notNullValue;

import dev.muster.session.SessionServiceTest;
import dev.muster.session.support.FakePeers;
import dev.muster.session.support.PeersTestResource;
import dev.muster.session.support.Person;
import dev.muster.testkit.time.Eventually;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.vertx.core.json.JsonObject;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@SessionServiceTest
class DirectorySignInTest {

    @Test
    void theRightPasswordGivesATokenAndNothingElse() {
        Response answer = signIn(Person.pilot(), FakePeers.PASSWORD);

        answer.then().statusCode(200).contentType("application/json").header("Cache-Control", "no-store");
        assertThat(new JsonObject(answer.asString()).fieldNames()).containsExactly("token");
        assertThat(Person.statusOf(answer.path("token"))).isEqualTo(200);
    }

    @Test
    void theTokenIsTakenFromTheTokenHeaderToo() {
        String token = signIn(Person.pilot(), FakePeers.PASSWORD).path("token");

        given().header("token", token).get("/users/logins.json").then().statusCode(200);
    }

    @Test
    void aWrongPasswordIsAProblem() {
        signIn(Person.pilot(), "wrong")
                .then()
                .statusCode(401)
                .contentType("application/problem+json")
                .header("WWW-Authenticate", "Bearer")
                .body("code", equalTo("UNAUTHENTICATED"))
                .body("traceId", notNullValue());
    }

    @Test
    void aMissingSecondFactorIsAProblemToo() {
        signIn(Person.pilot().says("twoFactor", "TOTP"), FakePeers.PASSWORD)
                .then()
                .statusCode(401)
                .contentType("application/problem+json");
    }

    @Test
    void missingFieldsAreNamed() {
        given().contentType(ContentType.JSON)
                .body("{}")
                .post("/login")
                .then()
                .statusCode(400)
                .body("errors.pointer", hasItems("/email", "/password"));
    }

    @Test
    void aThrottledAttemptIsToldWhenToComeBack() {
        PeersTestResource.peers().throttle(60);
        try {
            signIn(Person.pilot(), FakePeers.PASSWORD).then().statusCode(429).header("Retry-After", "60");
        } finally {
            PeersTestResource.peers().recover();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "POST"})
    void signingOutClosesTheSession(String method) {
        String token = signIn(Person.pilot(), FakePeers.PASSWORD).path("token");

        given().header("token", token)
                .request(method, "/logout")
                .then()
                .statusCode(200)
                .body("result", equalTo(true));

        Eventually.holds("the token is refused", () -> Person.statusOf(token) == 401);
    }

    @Test
    void signingOutNeedsASession() {
        given().post("/logout").then().statusCode(401).header("WWW-Authenticate", "Bearer");
    }

    private static Response signIn(Person person, String password) {
        return given().contentType(ContentType.JSON)
                .body(Map.of("email", person.email(), "password", password))
                .post("/login");
    }
}

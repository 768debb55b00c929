package dev.muster.session.closing;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.muster.session.SessionServiceTest;
import dev.muster.session.support.Person;
import dev.muster.testkit.race.Race;
import dev.muster.testkit.time.Eventually;
import io.restassured.response.Response;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@SessionServiceTest
class CloseSessionTest {

    private static final int SAMPLES = 100;

    @Test
    @DisplayName("R21 the token of a closed session is refused")
    void closingAnotherOfOnesSessionsEndsItsToken() {
        Person pilot = Person.pilot();
        String other = pilot.signIn();
        String token = pilot.signIn();
        assertThat(Person.statusOf(other)).isEqualTo(200);

        Response answer = close(token, Person.sessionOf(other));

        answer.then().statusCode(200).contentType("application/json");
        assertThat(answer.asString()).isEqualTo("{\"result\":true,\"message\":\"Session closed\"}");
        Eventually.holds("the closed session's token is refused", () -> Person.statusOf(other) == 401);
        assertThat(Person.statusOf(token)).isEqualTo(200);
    }

    @Test
    @DisplayName(
            "R21 each of a hundred sessions that end one after the other is refused, and the one that ends them is not")
    void everyClosedSessionIsRefused() {
        Person pilot = Person.pilot();
        String token = pilot.signIn();
        for (int i = 0; i < SAMPLES; i++) {
            String other = pilot.signIn();
            assertThat(Person.statusOf(other)).isEqualTo(200);

            close(token, Person.sessionOf(other)).then().statusCode(200);

            Eventually.holds("the token is refused", () -> Person.statusOf(other) == 401);
        }
        assertThat(Person.statusOf(token)).isEqualTo(200);
    }

    @Test
    void closingAClosedSessionSucceeds() {
        Person pilot = Person.pilot();
        String session = Person.sessionOf(pilot.signIn());
        String token = pilot.signIn();
        close(token, session).then().statusCode(200);

        close(token, session).then().statusCode(200).body("message", equalTo("Session closed"));
    }

    @Test
    void closingTheCurrentSessionSignsOut() {
        String token = Person.pilot().signIn();

        close(token, Person.sessionOf(token)).then().statusCode(200);

        Eventually.holds("the token is refused", () -> Person.statusOf(token) == 401);
    }

    @Test
    @DisplayName("R33 another person's session is like an unknown one, and stays open")
    void anotherPersonsSessionStaysOpen() {
        String foreign = Person.pilot().signIn();
        String token = Person.pilot().signIn();

        Response answer = close(token, Person.sessionOf(foreign));

        answer.then().statusCode(404).body("code", equalTo("SESSION_NOT_FOUND"));
        assertThat(withoutTrace(answer)).isEqualTo(withoutTrace(close(token, "01HZZZZZZZZZZZZZZZZZZZZZZZ")));
        assertThat(Person.statusOf(foreign)).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x",
                "01HZZZZZZZZZZZZZZZZZZZZZZ",
                "01HZZZZZZZZZZZZZZZZZZZZZZZZ",
                "%20",
                "%27",
                "81HZZZZZZZZZZZZZZZZZZZZZZZ"
            })
    void whatNoSessionIsCalledIsNotFound(String id) {
        given().urlEncodingEnabled(false)
                .header("Authorization", "Bearer " + Person.pilot().signIn())
                .post("/users/closesession/" + id + ".json")
                .then()
                .statusCode(404)
                .body("code", equalTo("SESSION_NOT_FOUND"))
                .body("result", equalTo(false));
    }

    @Test
    void sixteenAtOnceAllSucceed() {
        Person pilot = Person.pilot();
        String session = Person.sessionOf(pilot.signIn());
        String token = pilot.signIn();
        Person.statusOf(token);

        assertThat(Race.of(16, i -> close(token, session).statusCode())).containsOnly(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "POST"})
    void signingOutClosesTheCallingSession(String method) {
        String token = Person.pilot().signIn();

        Response answer = Person.with(token).request(method, "/users/logout.json");

        answer.then().statusCode(200);
        assertThat(answer.asString()).isEqualTo("{\"result\":true,\"message\":null}");
        Eventually.holds("the token is refused", () -> Person.statusOf(token) == 401);
    }

    @Test
    void closingNeedsASession() {
        given().post("/users/logout.json").then().statusCode(401).body("result", equalTo(false));
        given().post("/users/closesession/x.json").then().statusCode(401);
    }

    @Test
    void closingTakesAPost() {
        String token = Person.pilot().signIn();

        Person.with(token)
                .get("/users/closesession/" + Person.sessionOf(token) + ".json")
                .then()
                .statusCode(405);
    }

    private static Response close(String token, String session) {
        return Person.with(token).post("/users/closesession/" + session + ".json");
    }

    private static String withoutTrace(Response answer) {
        return answer.asString().replaceAll("\"traceId\":\"[0-9a-f]+\"", "");
    }
}

package dev.muster.session.switching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.muster.kit.access.Member;
import dev.muster.session.SessionServiceTest;
import dev.muster.session.support.FakePeers;
import dev.muster.session.support.Person;
import dev.muster.testkit.race.Race;
import dev.muster.testkit.time.Eventually;
import io.restassured.response.Response;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@SessionServiceTest
class SwitchSessionTest {

    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Member STUDENT_IN_43 = Person.membership(43, 1);

    @Test
    @DisplayName("R22 after a switch the new token works and the old one is refused within a second")
    void theNewTokenReplacesTheOld() {
        Person pilot = Person.pilot();
        String old = pilot.signIn();
        assertThat(Person.statusOf(old)).isEqualTo(200);

        String token = move(pilot, old, 1, STUDENT_IN_43)
                .then()
                .statusCode(200)
                .extract()
                .path("token");

        assertThat(Person.statusOf(token)).isEqualTo(200);
        Eventually.holds("the old token is refused", SECOND, () -> Person.statusOf(old) == 401);
    }

    @Test
    void aSwitchMovesTheSessionAndOpensNone() {
        Person pilot = Person.pilot();
        String old = pilot.signIn();

        String token = move(pilot, old, 1, STUDENT_IN_43).path("token");

        assertThat(Person.sessionOf(token)).isEqualTo(Person.sessionOf(old));
        assertThat(Person.claims(token).getLong("exp"))
                .isEqualTo(Person.claims(old).getLong("exp"));
        List<?> sessions = Person.with(token).get("/users/logins.json").path("sessions");
        assertThat(sessions).hasSize(1);
        pilot.session(token).body("generation", equalTo(2)).body("member.orgId", equalTo(43));
    }

    @Test
    void aGenerationThatHasPassedIsNotFound() {
        Person pilot = Person.pilot();
        String token = pilot.signIn();
        move(pilot, token, 1, STUDENT_IN_43).then().statusCode(200);

        move(pilot, token, 1, STUDENT_IN_43).then().statusCode(404).body("code", equalTo("SESSION_NOT_FOUND"));
    }

    @Test
    void aClosedSessionIsNotFound() {
        Person pilot = Person.pilot();
        String token = pilot.signIn();
        Person.with(token).post("/users/logout.json").then().statusCode(200);

        move(pilot, token, 1, STUDENT_IN_43).then().statusCode(404).body("code", equalTo("SESSION_NOT_FOUND"));
    }

    @Test
    @DisplayName("R33 another person's session does not move")
    void anotherPersonsSessionDoesNotMove() {
        String foreign = Person.pilot().signIn();

        move(Person.pilot(), foreign, 1, STUDENT_IN_43).then().statusCode(404);

        assertThat(Person.statusOf(foreign)).isEqualTo(200);
    }

    @Test
    @DisplayName("R17 of 16 switches of one generation exactly one wins")
    void ofSixteenSwitchesOneWins() {
        Person pilot = Person.pilot();
        String token = pilot.signIn();

        List<Response> answers = Race.of(16, i -> move(pilot, token, 1, Person.membership(43 + i, 1)));

        assertThat(answers).filteredOn(answer -> answer.statusCode() == 200).hasSize(1);
        assertThat(answers).filteredOn(answer -> answer.statusCode() == 404).hasSize(15);
        String winner = answers.stream()
                .filter(answer -> answer.statusCode() == 200)
                .findFirst()
                .orElseThrow()
                .path("token");
        assertThat(Person.statusOf(winner)).isEqualTo(200);
    }

    @Test
    void withoutTheSecondFactorThatIsDemandedNothingMoves() {
        Person pilot = Person.pilot();
        String token = pilot.signIn();

        move(pilot, token, body(1, STUDENT_IN_43).put("secondFactorRequired", true))
                .then()
                .statusCode(403)
                .body("code", equalTo("SECOND_FACTOR_REQUIRED"));

        assertThat(Person.statusOf(token)).isEqualTo(200);
        pilot.session(token).body("generation", equalTo(1)).body("member.orgId", equalTo(42));
    }

    @Test
    void aSessionWithTheSecondFactorMayMove() {
        Person pilot = Person.pilot().says("twoFactor", "TOTP");
        String token = pilot.trySignIn(FakePeers.PASSWORD, FakePeers.CODE).path("response.token");

        move(pilot, token, body(1, STUDENT_IN_43).put("secondFactorRequired", true))
                .then()
                .statusCode(200);
    }

    @Test
    void aMembershipThatHasChangedSinceIsNotBelieved() {
        Person pilot = Person.pilot();
        String token = pilot.signIn();
        Person.service().delete(pilot.internal("/members/43?version=5")).then().statusCode(204);

        move(pilot, token, 1, Person.membership(43, 4)).then().statusCode(503).header("Retry-After", "1");

        assertThat(Person.statusOf(token)).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "{}", "{\"generation\":1}", "{\"generation\":1,\"member\":null}", "{\"member\":{}}", "["})
    void whatIsNoRequestIsRefused(String body) {
        Person pilot = Person.pilot();

        Person.service()
                .body(body)
                .post(pilot.internal("/sessions/" + Person.sessionOf(pilot.signIn()) + "/switch"))
                .then()
                .statusCode(400)
                .contentType("application/problem+json");
    }

    private static Response move(Person person, String token, int generation, Member member) {
        return move(person, token, body(generation, member));
    }

    private static Response move(Person person, String token, JsonObject body) {
        return Person.service()
                .body(body.encode())
                .post(person.internal("/sessions/" + Person.sessionOf(token) + "/switch"));
    }

    private static JsonObject body(int generation, Member member) {
        return new JsonObject().put("generation", generation).put("member", FakePeers.json(member));
    }
}

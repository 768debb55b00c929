package dev.muster.session.closing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.session.SessionServiceTest;
import dev.muster.session.support.FakePeers;
import dev.muster.session.support.PeersTestResource;
import dev.muster.session.support.Person;
import dev.muster.testkit.postgres.Statements;
import dev.muster.testkit.time.Eventually;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@SessionServiceTest
class CloseUserSessionsTest {

    private static final Duration SECOND = Duration.ofSeconds(1);

    @Test
    @DisplayName("R22 closing 100 other sessions ends their tokens within a second")
    void allButOneAreClosed() {
        Person pilot = Person.pilot();
        String kept = pilot.signIn();
        List<String> others =
                IntStream.range(0, 100).mapToObj(i -> pilot.signIn()).toList();
        others.forEach(Person::statusOf);

        close(pilot, "{\"except\":\"" + Person.sessionOf(kept) + "\",\"reason\":\"password_changed\"}");

        Eventually.holds("the newest is refused", SECOND, () -> Person.statusOf(others.get(99)) == 401);
        assertThat(others)
                .allSatisfy(token -> assertThat(Person.statusOf(token)).isEqualTo(401));
        assertThat(Person.statusOf(kept)).isEqualTo(200);
    }

    @Test
    void theReasonIsKept() {
        Person pilot = Person.pilot();
        pilot.signIn();

        close(pilot, "{\"reason\":\"password_changed\"}");

        assertThat(Statements.number(
                        "select count(*) from sessions where user_id = $1 and closed_reason = 'password_changed'",
                        pilot.id()))
                .isEqualTo(1);
    }

    @Test
    void closingTwiceChangesNothingMore() {
        Person pilot = Person.pilot();
        pilot.signIn();
        close(pilot, "{}");
        long version = versionOf(pilot);

        close(pilot, "{}");

        assertThat(versionOf(pilot)).isEqualTo(version);
    }

    @Test
    @DisplayName("R22 a sign-in under way with the old password opens no session after the change")
    void aSignInUnderWayIsNotBelieved() {
        Person pilot = Person.pilot().says("version", 6);
        PeersTestResource.peers().beforeMemberAnswers(() -> close(pilot, "{\"version\":7}"));
        try {
            Response answer = pilot.trySignIn(FakePeers.PASSWORD);

            answer.then().statusCode(503).header("Retry-After", "1");
            assertThat(Statements.number("select count(*) from sessions where user_id = $1", pilot.id()))
                    .isZero();
        } finally {
            PeersTestResource.peers().recover();
        }
    }

    @Test
    void aSessionOfTheOldPasswordIsClosedThoughNewRatingsCameFirst() {
        Person pilot = Person.pilot().says("version", 6);
        String token = pilot.signIn();
        Person.service()
                .body("{\"version\":8,\"active\":true,\"networkRating\":2,\"pilotRating\":0}")
                .put(pilot.internal("/standing"))
                .then()
                .statusCode(204);

        close(pilot, "{\"version\":7}");

        assertThat(Person.statusOf(token)).isEqualTo(401);
    }

    @Test
    void aLateRepetitionLeavesNewerSessionsOpen() {
        Person pilot = Person.pilot().says("version", 7);
        close(pilot, "{\"version\":7}");
        String token = pilot.signIn();

        close(pilot, "{\"version\":7}");

        assertThat(Person.statusOf(token)).isEqualTo(200);
        assertThat(pilot.openSessions()).isEqualTo(1);
    }

    @Test
    void nobodyElsesSessionsAreClosed() {
        Person other = Person.pilot();
        String token = other.signIn();

        close(Person.pilot(), "{}");

        assertThat(other.openSessions()).isEqualTo(1);
        assertThat(Person.statusOf(token)).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-5"})
    void whatIsNoUserIsRefused(String userId) {
        Person.service()
                .body("{}")
                .post("/internal/users/" + userId + "/sessions/close")
                .then()
                .statusCode(400);
    }

    @Test
    void anEmptyBodyIsRefused() {
        Person.service().post(Person.pilot().internal("/sessions/close")).then().statusCode(400);
    }

    private static void close(Person person, String body) {
        Person.service()
                .body(body)
                .post(person.internal("/sessions/close"))
                .then()
                .statusCode(204);
    }

    private static long versionOf(Person person) {
        return Statements.number("select max(version) from sessions where user_id = $1", person.id());
    }
}

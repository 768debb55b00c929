package dev.muster.session.standing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.muster.session.SessionServiceTest;
import dev.muster.session.support.FakePeers;
import dev.muster.session.support.PeersTestResource;
import dev.muster.session.support.Person;
import dev.muster.testkit.time.Eventually;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@SessionServiceTest
class ApplyStandingTest {

    private static final Duration SECOND = Duration.ofSeconds(1);

    @AfterEach
    void allIsWellAgain() {
        PeersTestResource.peers().recover();
    }

    @Test
    @DisplayName("R23 a new rating is in force on all open sessions when the call returns")
    void aNewRatingApplies() {
        Person pilot = Person.pilot();
        String one = pilot.signIn();
        String two = pilot.signIn();

        push(pilot, 5, true, 11, 3);

        pilot.session(one).body("networkRating", equalTo(11)).body("pilotRating", equalTo(3));
        pilot.session(two).body("networkRating", equalTo(11)).body("version", equalTo(2));
    }

    @ParameterizedTest
    @CsvSource({"5", "4", "1"})
    void theSameOrAnOlderVersionIsIgnored(long version) {
        Person pilot = Person.pilot();
        String token = pilot.signIn();
        push(pilot, 5, true, 11, 0);

        push(pilot, version, true, 12, 0);

        pilot.session(token).body("networkRating", equalTo(11)).body("version", equalTo(2));
    }

    @ParameterizedTest
    @CsvSource({"false,5", "true,0", "true,-1"})
    @DisplayName("R22 a person who is disabled or suspended is signed out within a second")
    void aPersonWhoMayNotSignInIsSignedOut(boolean active, int networkRating) {
        Person pilot = Person.pilot();
        String token = pilot.signIn();
        assertThat(Person.statusOf(token)).isEqualTo(200);

        push(pilot, 2, active, networkRating, 0);

        Eventually.holds("the token is refused", SECOND, () -> Person.statusOf(token) == 401);
        assertThat(pilot.openSessions()).isZero();
    }

    @Test
    void lateNewsOfAnEarlierSuspensionClosesNothing() {
        Person pilot = Person.pilot().says("version", 9);
        String token = pilot.signIn();

        push(pilot, 8, false, 0, 0);

        assertThat(Person.statusOf(token)).isEqualTo(200);
    }

    @Test
    @DisplayName("R22 a sign-in that read the person before the suspension opens no session")
    void aSignInThatReadAnOlderStandingIsNotBelieved() {
        Person pilot = Person.pilot().says("version", 3);
        PeersTestResource.peers().beforeMemberAnswers(() -> push(pilot, 4, false, 0, 0));

        pilot.trySignIn(FakePeers.PASSWORD).then().statusCode(503).header("Retry-After", "1");

        assertThat(pilot.openSessions()).isZero();
    }

    @Test
    void aSignInThatReadTheNewStandingIsBelieved() {
        Person pilot = Person.pilot().says("version", 4);
        push(pilot, 4, true, 2, 0);

        assertThat(pilot.trySignIn(FakePeers.PASSWORD).statusCode()).isEqualTo(200);
    }

    @Test
    void aPersonWithoutAnOrganizationIsCheckedToo() {
        Person loner = Person.withoutOrganization().says("version", 3);
        push(loner, 4, false, 0, 0);

        loner.trySignIn(FakePeers.PASSWORD).then().statusCode(503);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "{\"version\":1}",
                "{\"version\":\"1\",\"active\":true,\"networkRating\":1,\"pilotRating\":0}"
            })
    void whatIsNoStandingIsRefused(String body) {
        Person.service()
                .body(body)
                .put(Person.pilot().internal("/standing"))
                .then()
                .statusCode(400);
    }

    private static void push(Person person, long version, boolean active, int networkRating, int pilotRating) {
        Person.service()
                .body("{\"version\":" + version + ",\"active\":" + active + ",\"networkRating\":" + networkRating
                        + ",\"pilotRating\":" + pilotRating + "}")
                .put(person.internal("/standing"))
                .then()
                .statusCode(204);
    }
}

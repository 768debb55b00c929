package dev.muster.session.membership;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import dev.muster.kit.access.Member;
import dev.muster.session.SessionServiceTest;
import dev.muster.session.support.FakePeers;
import dev.muster.session.support.PeersTestResource;
import dev.muster.session.support.Person;
import dev.muster.testkit.race.Race;
import dev.muster.testkit.time.Eventually;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@SessionServiceTest
class ApplyMembershipTest {

    private static final Duration SECOND = Duration.ofSeconds(1);

    @AfterEach
    void allIsWellAgain() {
        PeersTestResource.peers().recover();
    }

    @Test
    @DisplayName("R23 a newer membership is in force on open sessions when the call returns")
    void aNewerMembershipApplies() {
        Person pilot = Person.pilot();
        String token = pilot.signIn();

        push(pilot, Person.membership(42, 2, "admin"));

        pilot.session(token)
                .body("member.version", equalTo(2))
                .body("member.permissions", contains("admin"))
                .body("version", equalTo(2))
                .body("generation", equalTo(1));
        assertThat(Person.statusOf(token)).isEqualTo(200);
    }

    @Test
    void anOlderMembershipIsIgnored() {
        Person pilot = Person.pilot();
        String token = pilot.signIn();
        push(pilot, Person.membership(42, 9, "members.read"));

        push(pilot, Person.membership(42, 8, "admin"));

        pilot.session(token)
                .body("member.permissions", contains("members.read"))
                .body("version", equalTo(2));
    }

    @Test
    void theSameMembershipTwiceIsNoChange() {
        Person pilot = Person.pilot();
        String token = pilot.signIn();
        push(pilot, Person.membership(42, 2, "admin"));

        push(pilot, Person.membership(42, 2, "admin"));

        pilot.session(token).body("version", equalTo(2));
    }

    @Test
    void aMembershipElsewhereIsNoneOfTheSessionsBusiness() {
        Person pilot = Person.pilot();
        String token = pilot.signIn();

        push(pilot, Person.membership(43, 7, "admin"));

        pilot.session(token).body("member.orgId", equalTo(42)).body("version", equalTo(1));
    }

    @Test
    @DisplayName("R22 a membership that ends closes the sessions in its organization within a second")
    void anEndedMembershipClosesItsSessions() {
        Person pilot = Person.pilot();
        String token = pilot.signIn();
        assertThat(Person.statusOf(token)).isEqualTo(200);

        end(pilot, 42, "?version=2");

        Eventually.holds("the token is refused", SECOND, () -> Person.statusOf(token) == 401);
    }

    @Test
    void anEndWithoutAVersionClosesToo() {
        Person pilot = Person.pilot();
        String token = pilot.signIn();

        end(pilot, 42, "");

        Eventually.holds("the token is refused", SECOND, () -> Person.statusOf(token) == 401);
    }

    @Test
    void aLateNewsOfAnEarlierEndClosesNothing() {
        Person pilot = Person.with(Person.membership(42, 4));
        String token = pilot.signIn();

        end(pilot, 42, "?version=3");

        assertThat(Person.statusOf(token)).isEqualTo(200);
        pilot.session(token).body("version", equalTo(1));
    }

    @Test
    void anEndElsewhereClosesNothing() {
        Person pilot = Person.pilot();
        String token = pilot.signIn();

        end(pilot, 43, "?version=9");

        assertThat(Person.statusOf(token)).isEqualTo(200);
    }

    @Test
    @DisplayName("R22 a sign-in that read the membership before it ended opens no session")
    void aSignInThatReadAnOlderMembershipIsNotBelieved() {
        Person pilot = Person.pilot();
        PeersTestResource.peers().beforeMemberAnswers(() -> end(pilot, 42, "?version=2"));

        pilot.trySignIn(FakePeers.PASSWORD).then().statusCode(503).header("Retry-After", "1");

        assertThat(pilot.openSessions()).isZero();
    }

    @Test
    @DisplayName("R23 a sign-in that read older permissions opens no session")
    void aSignInThatReadOlderPermissionsIsNotBelieved() {
        Person pilot = Person.with(Person.membership(42, 1, "admin"));
        PeersTestResource.peers().beforeMemberAnswers(() -> push(pilot, Person.membership(42, 2)));

        pilot.trySignIn(FakePeers.PASSWORD).then().statusCode(503);

        assertThat(pilot.openSessions()).isZero();
    }

    @Test
    @DisplayName("R22 sign-ins that race with the end of the membership leave no open session")
    void signInsThatRaceWithTheEndLeaveNothingOpen() {
        Person pilot = Person.pilot();

        List<Integer> statuses = Race.of(16, i -> {
            if (i == 7) {
                end(pilot, 42, "?version=2");
                return 0;
            }
            return pilot.trySignIn(FakePeers.PASSWORD).statusCode();
        });

        assertThat(statuses).containsAnyOf(0).allMatch(status -> status == 0 || status == 200 || status == 503);
        assertThat(pilot.openSessions()).isZero();
    }

    @Test
    void theBodyAndThePathNameOneOrganization() {
        Person.service()
                .body(FakePeers.json(Person.membership(42, 1)).encode())
                .put(Person.pilot().internal("/members/43"))
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/orgId"));
    }

    private static void push(Person person, Member member) {
        Person.service()
                .body(FakePeers.json(member).encode())
                .put(person.internal("/members/" + member.orgId()))
                .then()
                .statusCode(204);
    }

    private static void end(Person person, long orgId, String query) {
        Person.service()
                .delete(person.internal("/members/" + orgId + query))
                .then()
                .statusCode(204);
    }
}

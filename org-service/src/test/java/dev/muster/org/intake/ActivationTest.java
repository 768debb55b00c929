package dev.muster.org.intake;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.muster.org.OrgFixtures;
import dev.muster.org.OrgTest;
import dev.muster.org.PeersTestResource;
import dev.muster.testkit.access.ServiceCaller;
import dev.muster.testkit.access.SignedIn;
import dev.muster.testkit.race.Race;
import dev.muster.testkit.time.Eventually;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** People who accept their invitation. */
@OrgTest
class ActivationTest {

    @Inject
    OrgFixtures fixtures;

    private long org;
    private long user;

    @BeforeEach
    void someoneWhoIsInvited() {
        org = fixtures.organization("Acme");
        user = fixtures.user();
        fixtures.member(user, org, "pending");
    }

    @Test
    void whoAcceptsIsAMember() {
        activate(user).then().statusCode(204);

        assertThat(fixtures.read(user, org, "status, version")).isEqualTo("active 1");
        SignedIn.pilot(user, org)
                .request()
                .get("/organizations/{id}", org)
                .then()
                .statusCode(200);
        Eventually.holds(
                "identity-service hears of it",
                () -> PeersTestResource.identity().copiesOf(user).stream()
                        .anyMatch(copy -> copy.getString("status").equals("active")));
    }

    @Test
    void acceptingAgainChangesNothing() {
        List<Response> answers = Race.of(16, i -> activate(user));

        assertThat(answers).extracting(Response::statusCode).containsOnly(204);
        assertThat(fixtures.read(user, org, "status, version")).isEqualTo("active 1");
    }

    @Test
    void whoWasRemovedOrNeverInvitedBecomesNoMember() {
        fixtures.change(user, org, "status = 'inactive'");

        activate(user).then().statusCode(404).body("code", equalTo("USER_NOT_FOUND"));
        activate(fixtures.user()).then().statusCode(404).body("code", equalTo("USER_NOT_FOUND"));

        assertThat(fixtures.read(user, org, "status")).isEqualTo("inactive");
    }

    @Test
    @DisplayName("R33 an invitation to one organization opens no other")
    void anInvitationOpensNoOtherOrganization() {
        long other = fixtures.organization("Other");

        activate(user, other).then().statusCode(404);

        assertThat(fixtures.read(user, org, "status")).isEqualTo("pending");
    }

    @RepeatedTest(5)
    @DisplayName("R47 who is removed while they accept is not a member afterwards")
    void whoIsRemovedWhileTheyAcceptIsNoMember() {
        SignedIn owner = SignedIn.pilot(fixtures.owner(org), org);
        owner.request().get("/organizations").then().statusCode(200);

        List<Response> answers = Race.of(
                2,
                i -> i == 0 ? activate(user) : owner.request().delete("/organizations/{id}/members/{user}", org, user));

        assertThat(answers.get(0).statusCode()).isIn(204, 404);
        assertThat(answers.get(1).statusCode()).isEqualTo(204);
        assertThat(fixtures.read(user, org, "status")).isEqualTo("inactive");
    }

    @Test
    @DisplayName("R36 only services activate members")
    void onlyServicesActivate() {
        String path = "/internal/organizations/" + org + "/members/" + user + "/activate";

        given().post(path).then().statusCode(401);
        SignedIn.operator(user, org).request().post(path).then().statusCode(401);
        assertThat(fixtures.read(user, org, "status")).isEqualTo("pending");
    }

    private Response activate(long person) {
        return activate(person, org);
    }

    private static Response activate(long person, long orgId) {
        return ServiceCaller.to("org-service")
                .post("/internal/organizations/{id}/members/{user}/activate", orgId, person);
    }
}

package dev.muster.org.departure;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import dev.muster.org.FakeSessionMoves.Push;
import dev.muster.org.OrgFixtures;
import dev.muster.org.OrgTest;
import dev.muster.org.PeersTestResource;
import dev.muster.testkit.access.ServiceCaller;
import dev.muster.testkit.access.SignedIn;
import dev.muster.testkit.race.Race;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of the memberships of people who are deleted. */
@OrgTest
class EndMembershipsTest {

    @Inject
    OrgFixtures fixtures;

    private long org;
    private long owner;

    @BeforeEach
    void anOrganization() {
        org = fixtures.organization("Acme");
        owner = fixtures.owner(org);
    }

    @Test
    void allMembershipsEndAndBothServicesHaveHeardWhenTheAnswerComes() {
        long user = fixtures.user();
        long second = fixtures.organization("Second");
        fixtures.owner(second);
        fixtures.member(user, org);
        fixtures.member(user, second, "pending");
        fixtures.change(user, org, "default_account = true");

        end(user).then().statusCode(204);

        assertThat(fixtures.read(user, org, "status, default_account")).isEqualTo("inactive false");
        assertThat(fixtures.read(user, second, "status")).isEqualTo("inactive");
        assertThat(PeersTestResource.moves().pushesOf(user))
                .extracting(Push::method)
                .containsExactly("DELETE", "DELETE");
        assertThat(PeersTestResource.identity().copiesOf(user))
                .extracting(copy -> copy.getString("status"))
                .containsExactly("inactive", "inactive");
        assertThat(isActive(org)).isTrue();
    }

    @Test
    void anOrganizationInWhichNobodyElseIsIsClosed() {
        fixtures.memberWith(org, "status = 'inactive'");

        end(owner).then().statusCode(204);

        assertThat(fixtures.read(owner, org, "status, owner")).isEqualTo("inactive false");
        assertThat(isActive(org)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"active", "pending"})
    @DisplayName("R35 the last owner of an organization with other members is not deleted, and nothing changes")
    void theLastOwnerStays(String status) {
        fixtures.memberWith(org, "status = '" + status + "'");
        long elsewhere = fixtures.organization("Elsewhere");
        fixtures.owner(elsewhere);
        fixtures.member(owner, elsewhere);

        end(owner)
                .then()
                .statusCode(409)
                .contentType("application/problem+json")
                .body("code", equalTo("LAST_OWNER"))
                .body("detail", containsString(org + " (Acme)"));

        assertThat(fixtures.read(owner, org, "status, owner")).isEqualTo("active true");
        assertThat(fixtures.read(owner, elsewhere, "status")).isEqualTo("active");
        assertThat(PeersTestResource.moves().pushesOf(owner)).isEmpty();
    }

    @Test
    void anOwnerBesideAnotherMayGo() {
        fixtures.owner(org);

        end(owner).then().statusCode(204);

        assertThat(fixtures.owners(org)).isEqualTo(1);
        assertThat(isActive(org)).isTrue();
    }

    @Test
    void byForceTheLastOwnerGoesAndTheOthersStay() {
        long member = fixtures.viewer(org);

        force(owner).then().statusCode(204);

        assertThat(fixtures.read(owner, org, "status, owner")).isEqualTo("inactive false");
        assertThat(fixtures.read(member, org, "status")).isEqualTo("active");
        assertThat(isActive(org)).isTrue();
    }

    @Test
    void endingWhatHasEndedSucceeds() {
        end(owner).then().statusCode(204);
        end(owner).then().statusCode(204);
        end(fixtures.user()).then().statusCode(204);

        assertThat(PeersTestResource.moves().pushesOf(owner)).hasSize(1);
    }

    @RepeatedTest(5)
    @DisplayName("R35 of two owners who are deleted at once, one stays while there are other members")
    void ofTwoOwnersWhoAreDeletedAtOnceOneStays() {
        long[] owners = {owner, fixtures.owner(org)};
        fixtures.viewer(org);

        List<Response> answers = Race.of(2, i -> end(owners[i]));

        assertThat(answers).extracting(Response::statusCode).containsExactlyInAnyOrder(204, 409);
        assertThat(fixtures.owners(org)).isEqualTo(1);
    }

    @RepeatedTest(5)
    @DisplayName("R35 a deletion and the removal of the other owner at once leave one owner")
    void aDeletionAndTheRemovalOfTheOtherOwnerLeaveOneOwner() {
        long second = fixtures.owner(org);
        fixtures.viewer(org);
        SignedIn session = SignedIn.pilot(owner, org);
        session.request().get("/organizations").then().statusCode(200);

        List<Response> answers = Race.of(
                2,
                i -> i == 0 ? end(owner) : session.request().delete("/organizations/{id}/members/{user}", org, second));

        assertThat(fixtures.owners(org)).isEqualTo(1);
        assertThat(answers).extracting(Response::statusCode).containsOnlyOnce(204);
    }

    @Test
    void sixteenDeletionsOfOnePersonAtOnceEndEveryMembershipOnce() {
        long second = fixtures.organization("Second");
        fixtures.owner(second);
        fixtures.member(owner, second);

        List<Response> answers = Race.of(16, i -> end(owner));

        assertThat(answers).extracting(Response::statusCode).containsOnly(204);
        assertThat(fixtures.read(owner, second, "status, version")).isEqualTo("inactive 1");
    }

    @Test
    void whatOrganizationsKnewOfThePersonAsStaffIsForgotten() {
        long former = fixtures.organization("Former");
        String staff =
                "employee_id = 'E-7', base_id = '5', cost_centre_id = 'C', supervisor_id = 1, branch_ids = '{3}'";
        long person = fixtures.memberWith(org, staff);
        fixtures.member(person, former, "inactive");
        fixtures.change(person, former, staff);

        end(person).then().statusCode(204);

        String columns = "employee_id, base_id, cost_centre_id, supervisor_id, cardinality(branch_ids)";
        assertThat(fixtures.read(person, org, columns)).isEqualTo("null null null null 0");
        assertThat(fixtures.read(person, former, columns)).isEqualTo("null null null null 0");
    }

    @Test
    @DisplayName("R33 nobody else's membership ends")
    void nobodyElsesMembershipEnds() {
        long other = fixtures.owner(org);

        end(owner).then().statusCode(204);

        assertThat(fixtures.read(other, org, "status, owner")).isEqualTo("active true");
    }

    @Test
    @DisplayName("R36 only services end memberships")
    void onlyServices() {
        String path = "/internal/users/" + owner + "/memberships";

        given().delete(path).then().statusCode(401);
        SignedIn.operator(owner, org)
                .request()
                .delete(path)
                .then()
                .statusCode(401)
                .body("code", equalTo("UNAUTHENTICATED"));
    }

    private boolean isActive(long orgId) {
        return fixtures.count("select count(*) from organizations where id = $1 and active", orgId) == 1;
    }

    private static Response end(long user) {
        return ServiceCaller.to("org-service").delete("/internal/users/{id}/memberships", user);
    }

    private static Response force(long user) {
        return ServiceCaller.to("org-service")
                .queryParam("force", true)
                .delete("/internal/users/{id}/memberships", user);
    }
}

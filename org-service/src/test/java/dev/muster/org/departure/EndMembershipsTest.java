package dev.muster.org.departure;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import dev.muster.org.OrgFixtures;
import dev.muster.org.OrgTest;
import dev.muster.org.PeersTestResource;
import dev.muster.testkit.access.ServiceCaller;
import dev.muster.testkit.access.SignedIn;
import dev.muster.testkit.race.Race;
import io.restassured.http.ContentType;
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

    private static final String STAFF =
            "employee_id = 'E-7', base_id = '5', cost_centre_id = 'C', supervisor_id = 1, branch_ids = '{3}'";
    private static final String STAFF_COLUMNS =
            "employee_id, base_id, cost_centre_id, supervisor_id, cardinality(branch_ids)";
    private static final String NOTHING = "null null null null 0";

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
                .extracting(push -> push.method() + " " + push.path())
                .containsOnly(ended(user, org), ended(user, second));
        assertThat(PeersTestResource.identity().copiesOf(user))
                .extracting(copy -> copy.getLong("orgId") + " " + copy.getString("status"))
                .containsOnly(org + " inactive", second + " inactive");
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
        String first = ended(owner, org);

        end(owner).then().statusCode(204);
        end(fixtures.user()).then().statusCode(204);

        assertThat(ended(owner, org)).isEqualTo(first);
        assertThat(fixtures.read(owner, org, "status")).isEqualTo("inactive");
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
        long person = fixtures.memberWith(org, STAFF);
        fixtures.member(person, former, "inactive");
        fixtures.change(person, former, STAFF);

        end(person).then().statusCode(204);

        assertThat(fixtures.read(person, org, STAFF_COLUMNS)).isEqualTo(NOTHING);
        assertThat(fixtures.read(person, former, STAFF_COLUMNS)).isEqualTo(NOTHING);
    }

    @Test
    void ofSomebodyWhoWasRemovedFromEveryOrganizationNothingIsLeftEither() {
        long person = fixtures.memberWith(org, STAFF);
        book(SignedIn.admin(owner, org), person, "b-1").then().statusCode(201);
        SignedIn.pilot(owner, org)
                .request()
                .delete("/organizations/{id}/members/{user}", org, person)
                .then()
                .statusCode(204);

        end(person).then().statusCode(204);

        assertThat(fixtures.read(person, org, STAFF_COLUMNS)).isEqualTo(NOTHING);
        assertThat(bookingsOf(person)).isZero();
    }

    @RepeatedTest(5)
    void noBookingThatIsMadeMeanwhileIsLeft() {
        long person = fixtures.viewer(org);
        long other = fixtures.viewer(org);
        SignedIn bookings = SignedIn.admin(owner, org);
        book(bookings, other, "other").then().statusCode(201);

        List<Response> answers = Race.of(16, i -> i == 8 ? end(person) : book(bookings, person, "b-" + i));

        assertThat(answers.get(8).statusCode()).isEqualTo(204);
        assertThat(bookingsOf(person)).isZero();
        assertThat(bookingsOf(other)).isEqualTo(1);
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

    @RepeatedTest(5)
    @DisplayName("R37 whoever is deleted while they found organizations owns none afterwards, and founds none")
    void whoeverIsDeletedOwnsNothingAfterwards() {
        long user = fixtures.user();
        SignedIn session = SignedIn.pilot(user, org);
        session.request().get("/organizations").then().statusCode(200);

        List<Response> answers = Race.of(6, i -> i == 3 ? endForGood(user) : found(session));

        assertThat(answers.get(3).statusCode()).isEqualTo(204);
        assertThat(answers).extracting(Response::statusCode).isSubsetOf(201, 204, 401);
        assertThat(found(session).statusCode()).isEqualTo(401);
        assertThat(fixtures.count("select count(*) from memberships where user_id = $1 and status <> 'inactive'", user))
                .isZero();
    }

    @RepeatedTest(10)
    void anInvitationThatIsAcceptedMeanwhileEndsToo() {
        long user = fixtures.user();
        fixtures.member(user, org, "pending");

        List<Response> answers = Race.of(2, i -> i == 0 ? endForGood(user) : activate(user));

        assertThat(answers.get(0).statusCode()).isEqualTo(204);
        assertThat(answers.get(1).statusCode()).isIn(200, 204, 404, 409);
        assertThat(fixtures.read(user, org, "status")).isEqualTo("inactive");
    }

    private static Response found(SignedIn session) {
        return session.request()
                .contentType(ContentType.JSON)
                .body("{\"organization_name\":\"Founded meanwhile\"}")
                .post("/organizations");
    }

    private Response activate(long user) {
        return ServiceCaller.to("org-service").post("/internal/organizations/{org}/members/{user}/activate", org, user);
    }

    private static Response endForGood(long user) {
        return ServiceCaller.to("org-service")
                .queryParam("force", true)
                .queryParam("deleted", true)
                .delete("/internal/users/{id}/memberships", user);
    }

    private static Response book(SignedIn caller, long person, String externalId) {
        return caller.request()
                .contentType(ContentType.JSON)
                .body("{\"user_id\":" + person
                        + ",\"start\":\"2014-01-01T08:00:00Z\",\"end\":\"2014-01-01T10:00:00Z\"}")
                .put("/api/v1/bookings/{id}", externalId);
    }

    private long bookingsOf(long person) {
        return fixtures.count("select count(*) from bookings where user_id = $1", person);
    }

    /** What session-service is told of an ended membership. */
    private String ended(long person, long orgId) {
        return "DELETE /internal/users/" + person + "/members/" + orgId + "?version="
                + fixtures.read(person, orgId, "version");
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

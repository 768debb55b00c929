package dev.muster.org.membership;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.muster.org.FakeSessionMoves.Push;
import dev.muster.org.OrgFixtures;
import dev.muster.org.OrgTest;
import dev.muster.org.PeersTestResource;
import dev.muster.testkit.access.SignedIn;
import dev.muster.testkit.race.Race;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** Leaving an organization and being removed from it. */
@OrgTest
class LeavingTest {

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
    void whoLeavesIsNoMemberAnyMore() {
        long member = fixtures.viewer(org);

        leave(member).then().statusCode(204);

        assertThat(fixtures.read(member, org, "status, owner, default_account")).isEqualTo("inactive false false");
        leave(member).then().statusCode(404).body("code", equalTo("ORGANIZATION_NOT_FOUND"));
    }

    @Test
    @DisplayName("R22 the sessions of who leaves are closed when the answer comes")
    void theSessionsOfWhoLeavesAreClosed() {
        long member = fixtures.viewer(org);

        leave(member).then().statusCode(204);

        assertClosed(member);
    }

    @Test
    void aMemberIsRemovedByAnAdministrator() {
        long administrator = fixtures.administrator(org);
        long member = fixtures.viewer(org);

        remove(administrator, member).then().statusCode(204);

        assertThat(fixtures.read(member, org, "status")).isEqualTo("inactive");
        assertClosed(member);
        remove(administrator, member).then().statusCode(404).body("code", equalTo("USER_NOT_FOUND"));
    }

    @Test
    void anOwnerIsRemovedByOwnersOnly() {
        long second = fixtures.owner(org);

        remove(fixtures.administrator(org), second).then().statusCode(403);
        assertThat(fixtures.read(second, org, "status, owner")).isEqualTo("active true");

        remove(owner, second).then().statusCode(204);
        assertThat(fixtures.read(second, org, "status, owner")).isEqualTo("inactive false");
    }

    @Test
    void someoneStillInvitedMayBeRemoved() {
        long invited = fixtures.memberWith(org, "status = 'pending'");

        remove(owner, invited).then().statusCode(204);

        assertThat(fixtures.read(invited, org, "status")).isEqualTo("inactive");
    }

    @Test
    void whoDoesNotAdministerRemovesNobody() {
        long member = fixtures.viewer(org);

        remove(fixtures.viewer(org), member).then().statusCode(403);
        remove(fixtures.memberWith(org, "permissions = '{members.write}'"), member)
                .then()
                .statusCode(403);

        assertThat(fixtures.read(member, org, "status")).isEqualTo("active");
    }

    @Test
    @DisplayName("R35 the last owner can neither leave nor be removed nor be demoted")
    void theLastOwnerStays() {
        fixtures.administrator(org);

        assertLastOwner(leave(owner));
        assertLastOwner(remove(owner, owner));
        assertLastOwner(demote(owner, owner));

        assertThat(fixtures.read(owner, org, "status, owner")).isEqualTo("active true");
        assertThat(PeersTestResource.moves().pushesOf(owner)).isEmpty();
    }

    @RepeatedTest(5)
    @DisplayName("R35 of two owners who leave at once, one stays")
    void ofTwoOwnersWhoLeaveAtOnceOneStays() {
        long second = fixtures.owner(org);
        List<RequestSpecification> callers = callers(owner, second);

        List<Response> answers = Race.of(2, i -> callers.get(i).post("/organizations/{id}/leave", org));

        assertThat(answers).extracting(Response::statusCode).containsExactlyInAnyOrder(204, 409);
        assertThat(fixtures.owners(org)).isEqualTo(1);
    }

    @RepeatedTest(5)
    @DisplayName("R35 of two owners who remove each other at once, one stays")
    void ofTwoOwnersWhoRemoveEachOtherOneStays() {
        long second = fixtures.owner(org);
        long[] owners = {owner, second};
        List<RequestSpecification> callers = callers(owner, second);

        List<Response> answers =
                Race.of(2, i -> callers.get(i).delete("/organizations/{id}/members/{user}", org, owners[1 - i]));

        assertThat(answers).extracting(Response::statusCode).containsExactlyInAnyOrder(204, 404);
        assertThat(fixtures.owners(org)).isEqualTo(1);
    }

    @Test
    @DisplayName("R35 of sixteen owners who go in every way at once, one stays")
    void ofSixteenOwnersWhoGoAtOnceOneStays() {
        long[] owners = LongStream.range(0, 16)
                .map(i -> i == 0 ? owner : fixtures.owner(org))
                .toArray();
        List<RequestSpecification> callers = callers(owners);

        List<Response> answers = Race.of(16, i -> switch (i % 3) {
            case 0 -> callers.get(i).post("/organizations/{id}/leave", org);
            case 1 -> callers.get(i).delete("/organizations/{id}/members/{user}", org, owners[i]);
            default ->
                callers.get(i)
                        .contentType(ContentType.JSON)
                        .body("{\"role\":\"VIEWER\",\"group\":110}")
                        .put("/organizations/{id}/members/{user}", org, owners[i]);
        });

        assertThat(answers).extracting(Response::statusCode).containsOnlyOnce(409);
        assertThat(fixtures.owners(org)).isEqualTo(1);
    }

    @Test
    @DisplayName("R33 nobody leaves or removes in organizations that are not theirs")
    void otherOrganizationsAreNotFound() {
        long foreign = fixtures.organization("Foreign");
        long stranger = fixtures.viewer(foreign);

        for (Object id : new Object[] {foreign, 999_999_999, "abc"}) {
            SignedIn caller = SignedIn.pilot(owner, org);
            caller.request().post("/organizations/{id}/leave", id).then().statusCode(404);
            caller.request()
                    .delete("/organizations/{id}/members/{user}", id, stranger)
                    .then()
                    .statusCode(404)
                    .body("code", equalTo("ORGANIZATION_NOT_FOUND"));
        }
        remove(owner, stranger).then().statusCode(404).body("code", equalTo("USER_NOT_FOUND"));
        assertThat(fixtures.read(stranger, foreign, "status")).isEqualTo("active");
    }

    @Test
    void nobodyLeavesOrRemovesWithoutAToken() {
        given().post("/organizations/{id}/leave", org).then().statusCode(401);
        given().delete("/organizations/{id}/members/{user}", org, owner).then().statusCode(401);
    }

    private Response leave(long person) {
        return SignedIn.pilot(person, org).request().post("/organizations/{id}/leave", org);
    }

    private Response remove(long caller, long person) {
        return SignedIn.pilot(caller, org).request().delete("/organizations/{id}/members/{user}", org, person);
    }

    private Response demote(long caller, long person) {
        return SignedIn.pilot(caller, org)
                .request()
                .contentType(ContentType.JSON)
                .body("{\"role\":\"DEVELOPER\",\"group\":110}")
                .put("/organizations/{id}/members/{user}", org, person);
    }

    private List<RequestSpecification> callers(long... people) {
        List<SignedIn> signedIn = LongStream.of(people)
                .mapToObj(person -> SignedIn.pilot(person, org))
                .toList();
        signedIn.forEach(caller -> caller.request().get("/organizations").then().statusCode(200));
        return IntStream.range(0, people.length)
                .mapToObj(i -> signedIn.get(i).request())
                .toList();
    }

    private static void assertLastOwner(Response answer) {
        answer.then()
                .statusCode(409)
                .contentType("application/problem+json")
                .body("code", equalTo("LAST_OWNER"))
                .body("detail", equalTo("The last owner of an organization stays its owner"));
    }

    private void assertClosed(long person) {
        Push last = PeersTestResource.moves().lastPushOf(person);
        assertThat(last.method()).isEqualTo("DELETE");
        assertThat(last.path())
                .isEqualTo("/internal/users/" + person + "/members/" + org + "?version="
                        + fixtures.read(person, org, "version"));
    }
}

package dev.muster.org.membership;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import dev.muster.org.FakeSessionMoves.Push;
import dev.muster.org.OrgFixtures;
import dev.muster.org.OrgTest;
import dev.muster.org.PeersTestResource;
import dev.muster.testkit.access.ServiceCaller;
import dev.muster.testkit.access.SignedIn;
import dev.muster.testkit.time.Eventually;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Changes of members that identity-service passes on. */
@OrgTest
class OrderedChangeTest {

    @Inject
    OrgFixtures fixtures;

    private long org;
    private long owner;
    private long administrator;
    private long member;

    @BeforeEach
    void anOrganization() {
        org = fixtures.organization("Acme");
        owner = fixtures.owner(org);
        administrator = fixtures.administrator(org);
        member = fixtures.memberWith(
                org, "permissions = '{members.read}', employee_id = 'E1', cost_centre_id = 'C1', branch_ids = '{1,2}'");
    }

    @AfterEach
    void thePeersComeBack() {
        PeersTestResource.identity().comeBack();
    }

    @Test
    void theWireFormatIsExact() {
        Response answer = change(administrator, "'permissions':['members.read','bookings.read']");

        assertThat(answer.then().statusCode(200).extract().asString())
                .isEqualTo("{\"userId\":" + member + ",\"orgId\":" + org + ",\"version\":2,\"status\":\"active\","
                        + "\"groupId\":110,\"permissions\":[\"bookings.read\",\"members.read\"],\"owner\":false,"
                        + "\"employeeId\":\"E1\",\"costCentreId\":\"C1\",\"branchIds\":[\"1\",\"2\"]}");
    }

    @Test
    @DisplayName("R23 sessions and identity-service's copy have followed when the answer comes")
    void bothServicesHaveFollowedWhenTheAnswerComes() {
        String answer = change(administrator, "'groupId':170").asString();

        Push last = PeersTestResource.moves().lastPushOf(member);
        assertThat(last.member().permissions()).containsExactlyInAnyOrder("members.read", "bookings.read");
        assertThat(PeersTestResource.identity().lastCopyOf(member)).isEqualTo(new JsonObject(answer));
    }

    @Test
    void aSilentIdentityServiceDelaysTheAnswerButNotTheSessions() {
        change(administrator, "'groupId':170").then().statusCode(200);
        PeersTestResource.identity().fallSilent();

        CompletableFuture<Response> underway =
                CompletableFuture.supplyAsync(() -> change(administrator, "'groupId':120"));

        Eventually.holds(
                "the sessions have followed",
                () -> PeersTestResource.moves().lastPushOf(member).member().groupId() == 120);
        assertThat(underway).isNotDone();
        PeersTestResource.identity().comeBack();
        underway.join().then().statusCode(200);
        assertThat(PeersTestResource.identity().lastCopyOf(member).getLong("groupId"))
                .isEqualTo(120);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'employeeId':'E2'|E2 C1 {1,2}",
                "'employeeId':null|null C1 {1,2}",
                "'costCentreId':null|E1 null {1,2}",
                "'costCentreId':'C2','employeeId':'E2'|E2 C2 {1,2}",
                "'branchIds':[]|E1 C1 {}",
                "'branchIds':['3']|E1 C1 {3}",
                "'groupId':120|E1 C1 {1,2}"
            })
    void whatIsNotNamedStaysAndNullClears(String change, String stored) {
        change(administrator, change).then().statusCode(200);

        assertThat(fixtures.read(member, org, "employee_id, cost_centre_id, branch_ids::text"))
                .isEqualTo(stored);
        assertThat(fixtures.read(member, org, "permissions::text")).isEqualTo("{members.read}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'employeeId':7|/employeeId",
                "'costCentreId':{}|/costCentreId",
                "'branchIds':[null]|/branchIds",
                "'groupId':4711|/group",
                "'permissions':['fly']|/permissions/0"
            })
    void whatIsWrongIsNamedAndNothingChanges(String change, String pointer) {
        change(administrator, change).then().statusCode(400).body("errors.pointer", contains(pointer));

        assertThat(fixtures.read(member, org, "version")).isEqualTo("1");
    }

    @Test
    void fieldsOfALaterVersionAreIgnored() {
        change(administrator, "'nickname':'Jo'").then().statusCode(200);
    }

    @Test
    void whoDoesNotAdministerChangesAndRemovesNobody() {
        long viewer = fixtures.viewer(org);

        change(viewer, "'groupId':120").then().statusCode(403).body("code", equalTo("FORBIDDEN"));
        remove(viewer, member).then().statusCode(403);

        assertThat(fixtures.read(member, org, "status, version")).isEqualTo("active 1");
    }

    @Test
    @DisplayName("R33 an actor from another organization changes and removes nobody")
    void anActorFromElsewhereIsNotFound() {
        long foreign = fixtures.owner(fixtures.organization("Foreign"));
        long former = fixtures.memberWith(org, "group_id = 100, status = 'inactive'");

        for (long actor : new long[] {foreign, former, 999_999_999}) {
            change(actor, "'groupId':120").then().statusCode(404).body("code", equalTo("ORGANIZATION_NOT_FOUND"));
            remove(actor, member).then().statusCode(404).body("code", equalTo("ORGANIZATION_NOT_FOUND"));
        }
        assertThat(fixtures.read(member, org, "status, version")).isEqualTo("active 1");
    }

    @Test
    void ownersAreChangedByOwnersOnly() {
        put(administrator, owner, "'employeeId':'X'").then().statusCode(403);
        remove(administrator, owner).then().statusCode(403);

        put(owner, owner, "'employeeId':'X'").then().statusCode(200);
    }

    @Test
    void onlyOperatorsMakeOperators() {
        change(administrator, "'permissions':['keaz']").then().statusCode(403);
        fixtures.change(administrator, org, "permissions = '{keaz}'");

        change(administrator, "'permissions':['keaz']").then().statusCode(200);
    }

    @Test
    void aRemovedMemberIsGoneEverywhereWhenTheAnswerComes() {
        remove(administrator, member).then().statusCode(204);

        assertThat(fixtures.read(member, org, "status")).isEqualTo("inactive");
        assertThat(PeersTestResource.moves().pushesOf(member))
                .extracting(Push::method)
                .containsOnly("DELETE");
        assertThat(PeersTestResource.identity().lastCopyOf(member).getString("status"))
                .isEqualTo("inactive");
        remove(administrator, member).then().statusCode(404).body("code", equalTo("USER_NOT_FOUND"));
    }

    @Test
    @DisplayName("R35 the last owner is not removed through the directory either")
    void theLastOwnerStays() {
        remove(owner, owner).then().statusCode(409);

        assertThat(fixtures.owners(org)).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "?actor=", "?actor=abc", "?actor=0", "?actor=99999999999999999999"})
    void withoutAnActorNobodyIsRemoved(String query) {
        ServiceCaller.to("org-service")
                .delete("/internal/organizations/" + org + "/members/" + member + query)
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/actor"));
        assertThat(fixtures.read(member, org, "status")).isEqualTo("active");
    }

    @Test
    void withoutAnActorNobodyIsChanged() {
        ServiceCaller.to("org-service")
                .contentType(ContentType.JSON)
                .body("{\"groupId\":120}")
                .put("/internal/organizations/{id}/members/{user}", org, member)
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/actor"));
    }

    @Test
    @DisplayName("R36 only services pass changes of members on")
    void onlyServices() {
        String path = "/internal/organizations/" + org + "/members/" + member;
        SignedIn operator = SignedIn.operator(owner, org);

        given().delete(path + "?actor=" + owner).then().statusCode(401);
        operator.request().delete(path + "?actor=" + owner).then().statusCode(401);
        operator.request()
                .contentType(ContentType.JSON)
                .body("{}")
                .put(path)
                .then()
                .statusCode(401);
    }

    private Response change(long actor, String fields) {
        return put(actor, member, fields);
    }

    private Response put(long actor, long person, String fields) {
        return ServiceCaller.to("org-service")
                .contentType(ContentType.JSON)
                .body(("{'actor':" + actor + "," + fields + "}").replace('\'', '"'))
                .put("/internal/organizations/{id}/members/{user}", org, person);
    }

    private Response remove(long actor, long person) {
        return ServiceCaller.to("org-service")
                .queryParam("actor", actor)
                .delete("/internal/organizations/{id}/members/{user}", org, person);
    }
}

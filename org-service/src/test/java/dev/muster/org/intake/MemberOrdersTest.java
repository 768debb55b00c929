package dev.muster.org.intake;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import dev.muster.org.OrgFixtures;
import dev.muster.org.OrgTest;
import dev.muster.org.PeersTestResource;
import dev.muster.testkit.access.ServiceCaller;
import dev.muster.testkit.access.SignedIn;
import dev.muster.testkit.postgres.Statements;
import dev.muster.testkit.race.Race;
import dev.muster.testkit.time.Eventually;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** People whom identity-service orders into organizations. */
@OrgTest
class MemberOrdersTest {

    @Inject
    OrgFixtures fixtures;

    private long org;
    private long user;

    @BeforeEach
    void anOrganization() {
        org = fixtures.organization("Acme");
        user = fixtures.user();
    }

    @Test
    void whoIsOrderedIsTakenInWithAllThatWasSaid() {
        take(order(user)
                        .put("status", "active")
                        .put("groupId", 170)
                        .put("permissions", new JsonArray().add("members.write").add("bookings.read"))
                        .put("employeeId", "EMP-7")
                        .put("costCentreId", "CC-1")
                        .put("branchIds", new JsonArray().add("2").add("1")))
                .then()
                .statusCode(204);

        assertThat(fixtures.read(
                        user,
                        org,
                        "status, group_id, permissions::text, owner, employee_id, cost_centre_id, branch_ids::text,"
                                + " default_account, version"))
                .isEqualTo("active 170 {bookings.read,members.write} false EMP-7 CC-1 {2,1} false 0");
    }

    @Test
    void whoIsInvitedHasNoPowerYet() {
        take(order(user).put("groupId", 100)).then().statusCode(204);

        assertThat(fixtures.read(user, org, "status")).isEqualTo("pending");
        SignedIn.pilot(user, org)
                .request()
                .get("/organizations/{id}", org)
                .then()
                .statusCode(404);
    }

    @Test
    void theSameBatchAgainChangesNothing() {
        JsonObject[] orders = {order(user), order(fixtures.user())};
        take(orders).then().statusCode(204);
        String before = fixtures.read(user, org, "version, created_at, updated_at, status, group_id");

        take(orders).then().statusCode(204);

        assertThat(fixtures.read(user, org, "version, created_at, updated_at, status, group_id"))
                .isEqualTo(before);
        assertThat(members()).isEqualTo(2);
    }

    @Test
    void sixteenTimesTheSameBatchAtOnceTakeEverybodyInOnce() {
        JsonObject[] orders =
                IntStream.range(0, 20).mapToObj(i -> order(fixtures.user())).toArray(JsonObject[]::new);

        List<Response> answers = Race.of(16, i -> take(orders));

        assertThat(answers).extracting(Response::statusCode).containsOnly(204);
        assertThat(members()).isEqualTo(20);
        assertThat(fixtures.count("select max(version) from memberships where org_id = $1", org))
                .isZero();
    }

    @Test
    @DisplayName("R47 an order that comes again brings nobody back who was removed meanwhile")
    void aReplayBringsNobodyBack() {
        JsonObject order = order(user).put("status", "active");
        take(order).then().statusCode(204);
        SignedIn.pilot(fixtures.owner(org), org)
                .request()
                .delete("/organizations/{id}/members/{user}", org, user)
                .then()
                .statusCode(204);

        take(order, order(fixtures.user())).then().statusCode(204);

        assertThat(fixtures.read(user, org, "status, version")).isEqualTo("inactive 1");
    }

    @Test
    void aFormerMemberIsTakenInAgainByANewOrderAndInheritsNothing() {
        fixtures.member(user, org, "inactive");
        fixtures.change(
                user,
                org,
                "permissions = '{admin}', developer = true, pilot = true, employee_id = 'OLD',"
                        + " base_id = '9', supervisor_id = 7, cost_centre_id = 'OLD', billing = true");

        take(order(user).put("groupId", 120)).then().statusCode(204);

        assertThat(fixtures.read(
                        user,
                        org,
                        "status, group_id, permissions::text, developer, pilot, billing, employee_id, base_id,"
                                + " supervisor_id, cost_centre_id, version"))
                .isEqualTo("pending 120 {} false false false null null null null 2");
        Eventually.holds(
                "identity-service learns the version",
                () -> PeersTestResource.identity().copiesOf(user).stream()
                        .anyMatch(copy -> copy.getLong("version") == 2
                                && copy.getString("status").equals("pending")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"pending", "active"})
    void whoIsThereAlreadyStaysAsTheyAre(String status) {
        fixtures.member(user, org, status);
        fixtures.change(user, org, "permissions = '{bookings.read}'");

        take(order(user).put("groupId", 100).put("status", "active")).then().statusCode(204);

        assertThat(fixtures.read(user, org, "status, group_id, permissions::text, version"))
                .isEqualTo(status + " 110 {bookings.read} 1");
    }

    @Test
    void anOwnerStaysAnOwner() {
        long owner = fixtures.owner(org);

        take(order(owner)).then().statusCode(204);

        assertThat(fixtures.read(owner, org, "status, owner, group_id")).isEqualTo("active true 100");
    }

    @Test
    void aThousandMembersCostAsManyStatementsAsOne() {
        fixtures.member(user, org, "inactive");
        long one = statementsOf(order(user));
        JsonObject[] thousand =
                IntStream.range(0, 1000).mapToObj(i -> order(fixtures.user())).toArray(JsonObject[]::new);
        for (int i = 0; i < 500; i++) {
            fixtures.member(thousand[i].getLong("userId"), org, "inactive");
        }

        long many = statementsOf(thousand);

        assertThat(many).isEqualTo(one).isPositive();
        assertThat(fixtures.count("select count(*) from memberships where org_id = $1 and status = 'pending'", org))
                .isEqualTo(1001);
    }

    @Test
    @DisplayName("R33 an organization that is unknown or deleted takes nobody in")
    void anUnknownOrDeletedOrganizationTakesNobodyIn() {
        long deleted = fixtures.organization("Gone");
        fixtures.changeOrganization(deleted, "active = false");

        for (long id : new long[] {deleted, 999_999_999}) {
            take(id, order(user)).then().statusCode(404).body("code", equalTo("ORGANIZATION_NOT_FOUND"));
        }
        assertThat(fixtures.count("select count(*) from memberships where user_id = $1", user))
                .isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "userId|0|/members/1/userId",
                "orderId|null|/members/1/orderId",
                "groupId|0|/members/1/groupId",
                "status|\"inactive\"|/members/1/status",
                "status|null|/members/1/status",
                "permissions|null|/members/1/permissions",
                "permissions|[null]|/members/1/permissions",
                "branchIds|null|/members/1/branchIds",
                "orderId|\"no uuid\"|/members/1/orderId",
                "userId|\"7\"|/members/1/userId",
                "userId|null|/members/1/userId"
            })
    void aMalformedOrderIsNamedAndNobodyIsTakenIn(String field, String value, String pointer) {
        String good = order(user).encode();
        JsonObject bad = order(fixtures.user());
        bad.remove(field);
        String body = "{\"members\":[" + good + ","
                + bad.encode().replaceFirst("\\{", "{\"" + field + "\":" + value + ",") + "]}";

        post(org, body).then().statusCode(400).body("errors.pointer", contains(pointer));

        assertThat(members()).isZero();
    }

    @Test
    void textThatDoesNotFitIsRefused() {
        take(order(user).put("employeeId", "x".repeat(65)))
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/members/0/employeeId"));
    }

    @Test
    void aPersonIsOrderedOnceInABatch() {
        take(order(user), order(user)).then().statusCode(400).body("errors.pointer", contains("/members/1/userId"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"members\":null}", "{\"members\":[]}"})
    void anEmptyBatchIsRefused(String body) {
        post(org, body).then().statusCode(400).body("errors.pointer", contains("/members"));
    }

    @Test
    void moreThanAThousandAreRefused() {
        JsonObject[] orders =
                IntStream.range(0, 1001).mapToObj(i -> order(fixtures.user())).toArray(JsonObject[]::new);

        take(orders).then().statusCode(400).body("errors.pointer", contains("/members"));
    }

    @Test
    void fieldsOfALaterVersionAreIgnored() {
        take(order(user).put("nickname", "Jo")).then().statusCode(204);
    }

    @Test
    @DisplayName("R36 only services order members")
    void onlyServicesOrder() {
        String path = "/internal/organizations/" + org + "/members";

        given().contentType(ContentType.JSON).body("{}").post(path).then().statusCode(401);
        SignedIn.operator(fixtures.owner(org), org)
                .request()
                .contentType(ContentType.JSON)
                .body("{}")
                .post(path)
                .then()
                .statusCode(401);
    }

    private long members() {
        return fixtures.count("select count(*) from memberships where org_id = $1", org);
    }

    private long statementsOf(JsonObject... orders) {
        String ours = "%memberships as present%";
        long before = Statements.calls(ours) + Statements.calls("insert into outbox%");
        take(orders).then().statusCode(204);
        return Statements.calls(ours) + Statements.calls("insert into outbox%") - before;
    }

    private static JsonObject order(long userId) {
        return new JsonObject()
                .put("userId", userId)
                .put("orderId", UUID.randomUUID().toString())
                .put("groupId", 110)
                .put("permissions", new JsonArray())
                .put("status", "pending")
                .put("employeeId", null)
                .put("costCentreId", null)
                .put("branchIds", new JsonArray());
    }

    private Response take(JsonObject... orders) {
        return take(org, orders);
    }

    private static Response take(long orgId, JsonObject... orders) {
        return post(
                orgId,
                new JsonObject().put("members", new JsonArray(List.of(orders))).encode());
    }

    private static Response post(long orgId, String body) {
        return ServiceCaller.to("org-service")
                .contentType(ContentType.JSON)
                .body(body)
                .post("/internal/organizations/{id}/members", orgId);
    }
}

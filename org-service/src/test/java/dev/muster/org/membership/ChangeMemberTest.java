package dev.muster.org.membership;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;

import dev.muster.kit.access.Member;
import dev.muster.org.FakeSessionMoves;
import dev.muster.org.FakeSessionMoves.Push;
import dev.muster.org.OrgFixtures;
import dev.muster.org.OrgTest;
import dev.muster.org.PeersTestResource;
import dev.muster.testkit.access.SignedIn;
import dev.muster.testkit.time.Eventually;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.inject.Inject;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@OrgTest
class ChangeMemberTest {

    @Inject
    OrgFixtures fixtures;

    @Inject
    Pool pool;

    private final FakeSessionMoves sessions = PeersTestResource.moves();
    private long org;
    private long owner;
    private long administrator;
    private long member;

    @BeforeEach
    void anOrganization() {
        org = fixtures.organization("Acme");
        owner = fixtures.owner(org);
        administrator = fixtures.administrator(org);
        member = fixtures.viewer(org);
    }

    @AfterEach
    void thePeersComeBack() {
        sessions.comeBack();
    }

    @Test
    void groupAndPermissionsAreReplaced() {
        fixtures.change(member, org, "permissions = '{bookings.read}'");

        change(administrator, "{'group':120,'permissions':['members.read']}")
                .then()
                .statusCode(200)
                .contentType(ContentType.JSON)
                .body("user_id", is((int) member))
                .body("group", is(120))
                .body("role", equalTo("VIEWER"))
                .body("permissions", contains("members.read"));

        assertThat(fixtures.read(member, org, "group_id, permissions[1], cardinality(permissions)"))
                .isEqualTo("120 members.read 1");
    }

    @Test
    void whatIsNotNamedStaysAsItIs() {
        fixtures.change(member, org, "permissions = '{bookings.read}', developer = true");

        change(administrator, "{'group':120}").then().statusCode(200);

        assertThat(fixtures.read(member, org, "group_id, permissions[1], developer"))
                .isEqualTo("120 bookings.read true");
    }

    @ParameterizedTest
    @CsvSource({
        "ADMINISTRATOR,true,false,false",
        "DEVELOPER,false,true,false",
        "VIEWER,false,false,false",
        "OWNER,false,false,true"
    })
    void aRoleIsGiven(String role, boolean admin, boolean developer, boolean isOwner) {
        change(owner, "{'role':'" + role + "'}").then().statusCode(200).body("role", equalTo(role));

        assertThat(fixtures.read(member, org, "'admin' = any(permissions), developer, owner"))
                .isEqualTo(admin + " " + developer + " " + isOwner);
    }

    @Test
    void aRoleBelowAdministratorTakesThePermission() {
        fixtures.change(member, org, "permissions = '{admin,bookings.read}'");

        change(administrator, "{'role':'VIEWER'}")
                .then()
                .statusCode(200)
                .body("permissions", contains("bookings.read"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'group':100,'role':'VIEWER'}",
                "{'group':105,'role':'DEVELOPER'}",
                "{'permissions':['admin'],'role':'VIEWER'}",
                "{'permissions':[],'role':'ADMINISTRATOR'}"
            })
    void aRoleThatContradictsTheRestIsRefused(String body) {
        refused(change(administrator, body), "/role", "contradiction");
        assertUnchanged();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'group':4711}|/group|unknown_group",
                "{'permissions':['fly']}|/permissions/0|unknown_permission",
                "{'permissions':['admin','']}|/permissions/1|unknown_permission",
                "{'permissions':[null]}|/permissions/0|unknown_permission",
                "{'role':'KING'}|/role|invalid_value",
                "{'role':0}|/role|invalid_value",
                "{'group':'100'}|/group|invalid_value",
                "{'permissions':'admin'}|/permissions|invalid_value",
                "{'owner':true}|/owner|unknown_field",
                "{'user_id':1}|/user_id|unknown_field"
            })
    @DisplayName("R34 unknown, read-only and malformed fields of a member are refused by name")
    void whatIsWrongIsNamed(String body, String pointer, String code) {
        refused(change(administrator, body), pointer, code);
        assertUnchanged();
    }

    @Test
    void everythingThatIsWrongIsNamedAtOnce() {
        change(administrator, "{'group':4711,'permissions':['fly','admin','swim']}")
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/group", "/permissions/0", "/permissions/2"));
    }

    @Test
    void onlyPlatformOperatorsMakeOperators() {
        change(owner, "{'permissions':['keaz']}").then().statusCode(403);
        assertUnchanged();

        change(SignedIn.operator(administrator, org), member, "{'permissions':['keaz']}")
                .then()
                .statusCode(200);
    }

    @Test
    void anOperatorsOtherPermissionsMayBeChangedByAdministrators() {
        fixtures.change(member, org, "permissions = '{keaz}'");

        change(administrator, "{'permissions':['keaz','bookings.read']}").then().statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{'role':'OWNER'}"})
    void onlyOwnersMakeOwners(String body) {
        change(administrator, body).then().statusCode(403).body("code", equalTo("FORBIDDEN"));
        assertUnchanged();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{'role':'VIEWER','group':110}", "{'group':110}", "{'permissions':[]}"})
    void onlyOwnersChangeOwners(String body) {
        change(SignedIn.pilot(administrator, org), owner, body).then().statusCode(403);

        assertThat(fixtures.read(owner, org, "owner, group_id")).isEqualTo("true 100");
    }

    @Test
    void someoneWhoIsStillInvitedCannotOwn() {
        fixtures.change(member, org, "status = 'pending'");

        change(owner, "{'role':'OWNER'}").then().statusCode(409).body("code", equalTo("CONFLICT"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"group_id = 110", "group_id = 170", "permissions = '{members.write}'", "developer = true"})
    void whoDoesNotAdministerChangesNobody(String columns) {
        long other = fixtures.memberWith(org, columns);

        change(SignedIn.admin(other, org), member, "{'group':120}").then().statusCode(403);
        change(SignedIn.admin(other, org), other, "{'group':100}").then().statusCode(403);
        assertUnchanged();
    }

    @Test
    @DisplayName("R33 members of other organizations are answered like people who do not exist")
    void membersOfOtherOrganizationsAreNotFound() {
        long foreign = fixtures.organization("Foreign");
        long stranger = fixtures.viewer(foreign);
        long former = fixtures.memberWith(org, "status = 'inactive'");

        for (String id : new String[] {Long.toString(stranger), Long.toString(former), "999999999", "0", "abc"}) {
            put(SignedIn.pilot(owner, org), "/organizations/" + org + "/members/" + id, "{'group':120}")
                    .then()
                    .statusCode(404)
                    .body("code", equalTo("USER_NOT_FOUND"));
        }
        put(SignedIn.pilot(owner, org), "/organizations/" + foreign + "/members/" + stranger, "{'group':120}")
                .then()
                .statusCode(404)
                .body("code", equalTo("ORGANIZATION_NOT_FOUND"));
        assertThat(fixtures.read(stranger, foreign, "group_id")).isEqualTo("110");
        assertThat(sessions.pushesOf(stranger)).isEmpty();
    }

    @Test
    @DisplayName("R23 open sessions have followed when the answer comes")
    void openSessionsHaveFollowedWhenTheAnswerComes() {
        long before = Long.parseLong(fixtures.read(member, org, "version"));

        change(administrator, "{'group':170}").then().statusCode(200);

        Member pushed = lastPush().member();
        assertThat(pushed.version()).isEqualTo(before + 1);
        assertThat(pushed.groupId()).isEqualTo(170);
        assertThat(pushed.permissions()).containsExactlyInAnyOrder("bookings.read", "members.read");
    }

    @Test
    void whenASilentSessionServiceIsBackItHearsTheLastState() {
        SignedIn caller = SignedIn.pilot(administrator, org);
        change(caller, member, "{'group':170}").then().statusCode(200);
        sessions.fallSilent();

        CompletableFuture<Response> underway =
                CompletableFuture.supplyAsync(() -> change(caller, member, "{'group':110}"));
        Eventually.holds(
                "the change is stored",
                () -> fixtures.read(member, org, "group_id").equals("110"));
        assertThat(lastPush().member().groupId()).isEqualTo(170);
        sessions.comeBack();

        underway.join().then().statusCode(200);
        assertThat(lastPush().member().groupId()).isEqualTo(110);
    }

    @Test
    void aRefusedChangeIsNotAnnounced() {
        change(administrator, "{'group':4711}").then().statusCode(400);

        assertThat(sessions.pushesOf(member)).isEmpty();
    }

    @Test
    void aChangeThatMeetsAnotherIsDecidedAgain() {
        SqlConnection other = pool.getConnection().await().indefinitely();
        other.query("begin; update memberships set version = version + 1, permissions = '{bookings.read}'"
                        + " where user_id = " + member)
                .executeAndAwait();

        CompletableFuture<Response> underway =
                CompletableFuture.supplyAsync(() -> change(administrator, "{'group':120}"));
        Eventually.holds("the change waits for the other", this::somebodyWaits);
        other.query("commit").executeAndAwait();
        other.closeAndAwait();

        underway.join().then().statusCode(200).body("permissions", contains("bookings.read"));
        assertThat(fixtures.read(member, org, "group_id, permissions[1]")).isEqualTo("120 bookings.read");
    }

    @Test
    void nobodyChangesAnythingWithoutAToken() {
        given().contentType(ContentType.JSON)
                .body("{}")
                .put("/organizations/{id}/members/{user}", org, member)
                .then()
                .statusCode(401);
    }

    private boolean somebodyWaits() {
        return pool.query("select count(*) from pg_stat_activity where wait_event_type = 'Lock'")
                        .executeAndAwait()
                        .iterator()
                        .next()
                        .getLong(0)
                > 0;
    }

    private Response change(long caller, String body) {
        return change(SignedIn.pilot(caller, org), member, body);
    }

    private Response change(SignedIn caller, long person, String body) {
        return put(caller, "/organizations/" + org + "/members/" + person, body);
    }

    private static Response put(SignedIn caller, String path, String body) {
        return caller.request()
                .contentType(ContentType.JSON)
                .body(body.replace('\'', '"'))
                .put(path);
    }

    private static void refused(Response answer, String pointer, String code) {
        answer.then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors.pointer", contains(pointer))
                .body("errors.code", contains(code));
    }

    private void assertUnchanged() {
        assertThat(fixtures.read(member, org, "group_id, cardinality(permissions), owner, developer"))
                .isEqualTo("110 0 false false");
    }

    private Push lastPush() {
        Push last = sessions.lastPushOf(member);
        assertThat(last.method()).isEqualTo("PUT");
        return last;
    }
}

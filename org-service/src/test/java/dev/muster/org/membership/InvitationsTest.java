package dev.muster.org.membership;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import dev.muster.org.FakeIdentity;
import dev.muster.org.OrgFixtures;
import dev.muster.org.OrgTest;
import dev.muster.org.PeersTestResource;
import dev.muster.testkit.access.SignedIn;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Invitations into an organization. */
@OrgTest
class InvitationsTest {

    private static final String TIME = "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}\\+00:00";

    @Inject
    OrgFixtures fixtures;

    private final FakeIdentity identity = PeersTestResource.identity();
    private long org;
    private long administrator;
    private long guest;
    private String email;

    @BeforeEach
    void anOrganizationAndSomebodyElse() {
        org = fixtures.organization("Acme");
        administrator = fixtures.administrator(org);
        guest = fixtures.user();
        email = "guest" + guest + "@example.com";
        identity.expect(email, guest);
    }

    @AfterEach
    void thePeersComeBack() {
        identity.comeBack();
    }

    @Test
    void theWireFormatIsExact() {
        Response answer = invite("'group':110,'permissions':['members.read','bookings.read']");

        answer.then().statusCode(201).header("Location", endsWith("/organizations/" + org + "/members/" + guest));
        assertThat(answer.asString().replaceAll(TIME, "T"))
                .isEqualTo("{\"user_id\":" + guest + ",\"email\":\"" + email + "\",\"group\":110,"
                        + "\"permissions\":[\"bookings.read\",\"members.read\"],\"status\":\"pending\","
                        + "\"created_on\":\"T\"}");
    }

    @Test
    void identityServiceLearnsAllThatItNeeds() {
        invite("'group':110,'permissions':['bookings.read']").then().statusCode(201);

        assertThat(identity.invitationsInto(org))
                .containsExactly(new JsonObject()
                        .put("orgId", org)
                        .put("organizationName", "Acme")
                        .put("email", email)
                        .put("groupId", 110)
                        .put("permissions", new JsonArray().add("bookings.read"))
                        .put("invitedBy", administrator));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "|120|[]",
                "'role':'VIEWER'|120|[]",
                "'role':'ADMINISTRATOR'|120|[admin]",
                "'role':'ADMINISTRATOR','group':100|100|[admin]",
                "'role':'ADMINISTRATOR','group':100,'permissions':[]|100|[]"
            })
    void whatIsNotSaidHasItsUsualValue(String fields, int group, String permissions) {
        invite(fields == null ? "" : fields)
                .then()
                .statusCode(201)
                .body("group", equalTo(group))
                .body("permissions.toString()", equalTo(permissions));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'group':4711|/group",
                "'group':'110'|/group",
                "'permissions':['fly']|/permissions/0",
                "'role':'OWNER'|/role",
                "'role':'DEVELOPER'|/role",
                "'role':'VIEWER','group':100|/role",
                "'role':'ADMINISTRATOR','permissions':[]|/role",
                "'status':'active'|/status"
            })
    @DisplayName("R34 what is wrong with an invitation is refused by name, and nobody is written to")
    void whatIsWrongIsNamed(String fields, String pointer) {
        invite(fields).then().statusCode(400).body("errors.pointer", contains(pointer));

        assertThat(identity.invitationsInto(org)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"email\":null}", "{\"email\":\" \"}", "{\"email\":\"no address\"}"})
    void whatIsNoAddressIsRefused(String body) {
        post(SignedIn.pilot(administrator, org), body)
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/email"));
    }

    @Test
    void anAddressThatIsTooLongIsToldToBe() {
        post(SignedIn.pilot(administrator, org), "{\"email\":\"" + "a".repeat(243) + "@example.com\"}")
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/email"))
                .body("errors.code", contains("too_long"));
        assertThat(identity.invitationsInto(org)).isEmpty();
    }

    @Test
    void onlyOperatorsInviteOperators() {
        invite("'permissions':['keaz']").then().statusCode(403);
        assertThat(identity.invitationsInto(org)).isEmpty();

        invite(SignedIn.operator(administrator, org), "'permissions':['keaz']")
                .then()
                .statusCode(201);
    }

    @ParameterizedTest
    @ValueSource(strings = {"group_id = 110", "group_id = 170", "permissions = '{members.write}'", "developer = true"})
    void whoDoesNotAdministerInvitesListsAndRevokesNobody(String columns) {
        SignedIn member = SignedIn.admin(fixtures.memberWith(org, columns), org);
        fixtures.member(guest, org, "pending");

        invite(member, "").then().statusCode(403);
        list(member, "").then().statusCode(403);
        revoke(member, org, guest).then().statusCode(403);
        resend(member, org, guest).then().statusCode(403);

        assertThat(identity.invitationsInto(org)).isEmpty();
        assertThat(fixtures.read(guest, org, "status")).isEqualTo("pending");
    }

    @Test
    void whereASecondFactorIsDemandedNobodyInvitesWithout() {
        fixtures.changeOrganization(org, "second_factor_required = true");

        invite("").then().statusCode(403).body("code", equalTo("SECOND_FACTOR_REQUIRED"));

        assertThat(identity.invitationsInto(org)).isEmpty();
    }

    @Test
    @DisplayName("R03 the answer is the same whether the address is known or not")
    void theAnswerIsTheSameForKnownAndUnknownAddresses() {
        long known = fixtures.viewer(fixtures.organization("Elsewhere"));
        identity.expect("known" + known + "@example.com", known);

        String answer = invite("").asString();
        email = "known" + known + "@example.com";
        String other = invite("").asString();

        assertThat(other.replace("known" + known, "guest" + guest)
                        .replace("" + known, "" + guest)
                        .replaceAll(TIME, "T"))
                .isEqualTo(answer.replaceAll(TIME, "T"));
    }

    @Test
    void whoIsAMemberAlreadyIsNotInvited() {
        fixtures.member(guest, org);

        invite("").then().statusCode(409).body("detail", containsString("member already"));

        assertThat(fixtures.read(guest, org, "status, version")).isEqualTo("active 0");
    }

    @Test
    void withoutIdentityServiceNothingIsStored() {
        identity.goAway();

        invite("").then().statusCode(503).header("Retry-After", "1").body("code", equalTo("SERVICE_UNAVAILABLE"));

        assertThat(fixtures.count("select count(*) from memberships where user_id = $1", guest))
                .isZero();
    }

    @Test
    @DisplayName("R40 invitations are listed in pages that are complete and without repeats")
    void invitationsAreListedInPages() {
        List<Long> invited = Stream.generate(() -> fixtures.memberWith(org, "status = 'pending'"))
                .limit(5)
                .toList();
        fixtures.viewer(org);
        fixtures.memberWith(org, "status = 'inactive'");
        fixtures.memberWith(fixtures.organization("Other"), "status = 'pending'");

        List<Long> seen = new ArrayList<>();
        String query = "?limit=2";
        while (query != null) {
            Response page = list(SignedIn.pilot(administrator, org), query);
            page.then().statusCode(200);
            seen.addAll(page.jsonPath().getList("user_id", Long.class));
            String link = page.header("Link");
            query = link == null ? null : link.substring(link.indexOf('?'), link.indexOf('>'));
        }

        assertThat(seen).containsExactlyElementsOf(invited);
    }

    @Test
    void aListShowsNoAddresses() {
        fixtures.member(guest, org, "pending");

        list(SignedIn.pilot(administrator, org), "")
                .then()
                .statusCode(200)
                .body("", hasSize(1))
                .body("[0].email", nullValue())
                .body("[0].status", equalTo("pending"));
    }

    @Test
    void aRevokedInvitationIsGone() {
        fixtures.member(guest, org, "pending");
        SignedIn caller = SignedIn.pilot(administrator, org);

        revoke(caller, org, guest).then().statusCode(204);

        assertThat(fixtures.read(guest, org, "status")).isEqualTo("inactive");
        assertThat(identity.lastCopyOf(guest).getString("status")).isEqualTo("inactive");
        revoke(caller, org, guest).then().statusCode(404).body("code", equalTo("USER_NOT_FOUND"));
        list(caller, "").then().body("", hasSize(0));
    }

    @Test
    void anInvitationIsSentAgainAsItWas() {
        fixtures.member(guest, org, "pending");
        fixtures.change(guest, org, "group_id = 170, permissions = '{members.write}'");
        identity.expect("jo" + guest + "@example.com", guest);

        resend(SignedIn.pilot(administrator, org), org, guest).then().statusCode(204);

        JsonObject sent = identity.invitationsInto(org).get(0);
        assertThat(sent.getString("email")).isEqualTo("jo" + guest + "@example.com");
        assertThat(sent.getLong("groupId")).isEqualTo(170);
        assertThat(sent.getJsonArray("permissions")).containsExactly("members.write");
    }

    @Test
    void anAddressThatHadItsMailsStopsNoOtherInvitation() {
        identity.refuseMore("tired" + guest + "@example.com");
        SignedIn caller = SignedIn.pilot(administrator, org);

        for (int i = 0; i < 30; i++) {
            post(caller, "{\"email\":\"tired" + guest + "@example.com\"}")
                    .then()
                    .statusCode(429)
                    .header("Retry-After", "1800");
        }

        invite("").then().statusCode(201);
    }

    @Test
    void whoeverIsInvitedAlreadyStaysInvitedAsTheyWereAndThatIsAnswered() {
        fixtures.member(guest, org, "pending");
        fixtures.change(guest, org, "group_id = 100, permissions = '{admin}'");

        invite("'group':120,'permissions':[]")
                .then()
                .statusCode(201)
                .body("email", equalTo(email))
                .body("group", equalTo(100))
                .body("permissions", contains("admin"));
    }

    @Test
    void whoHasAcceptedIsNeitherRevokedNorWrittenTo() {
        long member = fixtures.viewer(org);
        SignedIn caller = SignedIn.pilot(administrator, org);

        revoke(caller, org, member).then().statusCode(409).body("code", equalTo("NOT_PENDING"));
        resend(caller, org, member).then().statusCode(409).body("code", equalTo("NOT_PENDING"));

        assertThat(fixtures.read(member, org, "status")).isEqualTo("active");
        assertThat(identity.invitationsInto(org)).isEmpty();
    }

    @Test
    @DisplayName("R33 invitations into other organizations are answered like none")
    void otherOrganizationsAreNotFound() {
        long foreign = fixtures.organization("Foreign");
        fixtures.member(guest, foreign, "pending");
        SignedIn caller = SignedIn.pilot(administrator, org);

        for (Object id : new Object[] {foreign, 999_999_999, "abc"}) {
            caller.request()
                    .contentType(ContentType.JSON)
                    .body("{\"email\":\"" + email + "\"}")
                    .post("/organizations/{id}/invitations", id)
                    .then()
                    .statusCode(404);
            caller.request().get("/organizations/{id}/invitations", id).then().statusCode(404);
            revoke(caller, id, guest).then().statusCode(404).body("code", equalTo("ORGANIZATION_NOT_FOUND"));
            resend(caller, id, guest).then().statusCode(404).body("code", equalTo("ORGANIZATION_NOT_FOUND"));
        }
        revoke(caller, org, guest).then().statusCode(404).body("code", equalTo("USER_NOT_FOUND"));
        resend(caller, org, "abc").then().statusCode(404).body("code", equalTo("USER_NOT_FOUND"));
        assertThat(fixtures.read(guest, foreign, "status")).isEqualTo("pending");
        assertThat(identity.invitationsInto(foreign)).isEmpty();
    }

    @Test
    void nobodyDoesAnythingWithoutAToken() {
        String path = "/organizations/" + org + "/invitations";

        given().contentType(ContentType.JSON).body("{}").post(path).then().statusCode(401);
        given().get(path).then().statusCode(401);
        given().delete(path + "/" + guest).then().statusCode(401);
        given().post(path + "/" + guest + "/resend").then().statusCode(401);
    }

    private Response invite(String fields) {
        return invite(SignedIn.pilot(administrator, org), fields);
    }

    private Response invite(SignedIn caller, String fields) {
        String more = fields.isEmpty() ? "" : "," + fields.replace('\'', '"');
        return post(caller, "{\"email\":\"" + email + "\"" + more + "}");
    }

    private Response post(SignedIn caller, String body) {
        return caller.request().contentType(ContentType.JSON).body(body).post("/organizations/{id}/invitations", org);
    }

    private Response list(SignedIn caller, String query) {
        return caller.request().get("/organizations/" + org + "/invitations" + query);
    }

    private static Response revoke(SignedIn caller, Object orgId, Object person) {
        return caller.request().delete("/organizations/{id}/invitations/{user}", orgId, person);
    }

    private static Response resend(SignedIn caller, Object orgId, Object person) {
        return caller.request().post("/organizations/{id}/invitations/{user}/resend", orgId, person);
    }
}

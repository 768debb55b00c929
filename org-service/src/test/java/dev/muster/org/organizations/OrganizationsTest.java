package dev.muster.org.organizations;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;

import dev.muster.org.OrgFixtures;
import dev.muster.org.OrgTest;
import dev.muster.testkit.access.SignedIn;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@OrgTest
class OrganizationsTest {

    private static final String TIME = "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}\\+00:00";

    @Inject
    OrgFixtures fixtures;

    private long user;
    private SignedIn caller;

    @BeforeEach
    void aPerson() {
        user = fixtures.user();
        caller = SignedIn.withoutOrganization(user);
    }

    @Test
    void whoCreatesAnOrganizationOwnsIt() {
        Response answer = create("{\"organization_name\":\"Acme Flight School\"}");

        long id = answer.then()
                .statusCode(201)
                .contentType(ContentType.JSON)
                .extract()
                .jsonPath()
                .getLong("id");
        answer.then().header("Location", org.hamcrest.Matchers.endsWith("/organizations/" + id));
        assertThat(fixtures.read(user, id, "status, owner, group_id, default_account"))
                .isEqualTo("active true 100 false");
    }

    @Test
    void theWireFormatIsExact() {
        long id = create("{\"organization_name\":\"Acme\"}").jsonPath().getLong("id");

        String body = caller.request().get("/organizations/{id}", id).asString();

        assertThat(body.replaceAll(TIME, "T"))
                .isEqualTo(
                        "{\"id\":" + id + ",\"organization_name\":\"Acme\",\"role\":\"OWNER\",\"plan\":\"free\","
                                + "\"active\":true,\"second_factor_required\":false,\"created_on\":\"T\",\"updated_on\":\"T\"}");
    }

    @Test
    void aNewOrganizationIsAnsweredAsItIsRead() {
        Response created = create("{\"organization_name\":\"Acme\"}");

        Response read =
                caller.request().get("/organizations/{id}", created.jsonPath().getLong("id"));

        assertThat(read.asString()).isEqualTo(created.asString());
    }

    @Test
    void aNewOrganizationCanBeSwitchedTo() {
        long id = create("{\"organization_name\":\"Acme\"}").jsonPath().getLong("id");

        caller.request().get("/users/switch/{id}.json", id).then().statusCode(200);
    }

    @Test
    void twoOrganizationsMayHaveOneName() {
        long first =
                create("{\"organization_name\":\"Default Profile\"}").jsonPath().getLong("id");
        long second =
                create("{\"organization_name\":\"Default Profile\"}").jsonPath().getLong("id");

        caller.request().get("/organizations").then().body("id", contains((int) first, (int) second));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "owner = true|OWNER",
                "group_id = 100|ADMINISTRATOR",
                "permissions = '{admin}'|ADMINISTRATOR",
                "developer = true|DEVELOPER",
                "developer = false|VIEWER"
            })
    void theRoleIsReadOffTheMembership(String columns, String role) {
        long org = fixtures.organization("Acme");
        SignedIn member = SignedIn.pilot(fixtures.memberWith(org, columns), org);

        member.request().get("/organizations/{id}", org).then().statusCode(200).body("role", equalTo(role));
        member.request().get("/organizations").then().statusCode(200).body("role", contains(role));
    }

    @Test
    void onlyTheCallersActiveMembershipsAreListed() {
        long org = fixtures.organization("Mine");
        fixtures.member(user, org);
        fixtures.member(user, fixtures.organization("Left"), "inactive");
        fixtures.member(user, fixtures.organization("Invited"), "pending");
        fixtures.viewer(fixtures.organization("Not Mine"));

        caller.request().get("/organizations").then().statusCode(200).body("organization_name", contains("Mine"));
    }

    @Test
    void someoneWithoutOrganizationsGetsAnEmptyList() {
        caller.request().get("/organizations").then().statusCode(200).body("", hasSize(0));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}|/organization_name|required",
                "{\"organization_name\":null}|/organization_name|required",
                "{\"organization_name\":\"   \"}|/organization_name|required",
                "{\"organization_name\":\"a\\u0000b\"}|/organization_name|invalid_value",
                "{\"organization_name\":\"a\\nb\"}|/organization_name|invalid_value",
                "{\"organization_name\":42}|/organization_name|invalid_value",
                "{\"organization_name\":\"Acme\",\"plan\":\"premium\"}|/plan|unknown_field",
                "{\"organization_name\":\"Acme\",\"id\":42}|/id|unknown_field",
                "{\"organization_name\":\"Acme\",\"role\":\"OWNER\"}|/role|unknown_field",
            })
    @DisplayName("R34 unknown, read-only and malformed fields of an organization are refused by name")
    void aBodyThatIsNotAnOrganizationIsRefusedByFieldAndReason(String body, String pointer, String code) {
        create(body)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("code", equalTo("INVALID_INPUT"))
                .body("errors.pointer", contains(pointer))
                .body("errors.code", contains(code));
        caller.request().get("/organizations").then().body("", hasSize(0));
    }

    @Test
    void aNameThatIsTooLongIsRefused() {
        create("{\"organization_name\":\"" + "x".repeat(101) + "\"}")
                .then()
                .statusCode(400)
                .body("errors.code", contains("too_long"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "[]", "\"Acme\"", "{\"organization_name\":\"A\",\"organization_name\":\"B\"}", ""})
    void aBodyThatCannotBeReadIsRefused(String body) {
        create(body).then().statusCode(400).contentType("application/problem+json");
    }

    @Test
    void anotherContentTypeIsRefused() {
        caller.request()
                .contentType("text/plain")
                .body("Acme")
                .post("/organizations")
                .then()
                .statusCode(415)
                .body("code", equalTo("UNSUPPORTED_MEDIA_TYPE"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"owner = true", "group_id = 100", "group_id = 105", "permissions = '{admin}'"})
    void whoAdministersAnOrganizationRenamesIt(String columns) {
        long org = fixtures.organization("Before");
        long admin = fixtures.memberWith(org, columns);

        rename(SignedIn.pilot(admin, org), org, "After")
                .then()
                .statusCode(200)
                .body("organization_name", equalTo("After"))
                .body("id", is((int) org));

        SignedIn.pilot(admin, org)
                .request()
                .get("/organizations/{id}", org)
                .then()
                .body("organization_name", equalTo("After"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"group_id = 110", "developer = true", "permissions = '{members.write}'", "group_id = 170"})
    void otherMembersNeitherRenameNorDelete(String columns) {
        long org = fixtures.organization("Before");
        SignedIn member = SignedIn.admin(fixtures.memberWith(org, columns), org);

        rename(member, org, "After").then().statusCode(403).body("code", equalTo("FORBIDDEN"));
        member.request().delete("/organizations/{id}", org).then().statusCode(403);

        member.request().get("/organizations/{id}", org).then().body("organization_name", equalTo("Before"));
    }

    @Test
    @DisplayName("R33 another organization is answered like one that does not exist, and stays as it is")
    void anotherOrganizationIsAnsweredLikeOneThatDoesNotExist() {
        long foreign = fixtures.organization("Foreign");
        long owner = fixtures.owner(foreign);
        long home = fixtures.organization("Home");
        fixtures.member(user, home);
        fixtures.change(user, home, "owner = true");

        for (String id : new String[] {Long.toString(foreign), "999999999", "0", "abc", "9223372036854775808"}) {
            assertNotFound(caller.request().get("/organizations/{id}", id));
            assertNotFound(caller.request()
                    .contentType(ContentType.JSON)
                    .body("{\"organization_name\":\"Mine now\"}")
                    .put("/organizations/{id}", id));
            assertNotFound(caller.request().delete("/organizations/{id}", id));
        }
        SignedIn.pilot(owner, foreign)
                .request()
                .get("/organizations/{id}", foreign)
                .then()
                .statusCode(200)
                .body("organization_name", equalTo("Foreign"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"status = 'inactive', owner = false", "status = 'pending', owner = false"})
    void aMembershipThatIsNotActiveGivesNothing(String columns) {
        long org = fixtures.organization("Acme");
        SignedIn former = SignedIn.admin(fixtures.memberWith(org, columns + ", group_id = 100"), org);

        assertNotFound(former.request().get("/organizations/{id}", org));
        assertNotFound(rename(former, org, "Mine"));
        assertNotFound(former.request().delete("/organizations/{id}", org));
    }

    @ParameterizedTest
    @CsvSource({
        "GET,/organizations",
        "POST,/organizations",
        "GET,/organizations/1",
        "PUT,/organizations/1",
        "DELETE,/organizations/1"
    })
    void nobodyDoesAnythingWithoutAToken(String method, String path) {
        given().contentType(ContentType.JSON)
                .request(method, path)
                .then()
                .statusCode(401)
                .header("WWW-Authenticate", "Bearer");
    }

    @Test
    void otherMethodsAreNotAllowed() {
        caller.request().patch("/organizations").then().statusCode(405);
    }

    private Response create(String body) {
        return caller.request().contentType(ContentType.JSON).body(body).post("/organizations");
    }

    private static Response rename(SignedIn caller, long org, String name) {
        return caller.request()
                .contentType(ContentType.JSON)
                .body(new JsonObject().put("organization_name", name).encode())
                .put("/organizations/{id}", org);
    }

    private static void assertNotFound(Response answer) {
        answer.then()
                .statusCode(404)
                .contentType("application/problem+json")
                .body("code", equalTo("ORGANIZATION_NOT_FOUND"))
                .body("detail", equalTo("There is no such organization"));
    }
}

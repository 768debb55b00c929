package dev.muster.org.defaultaccount;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import dev.muster.org.OrgFixtures;
import dev.muster.org.OrgTest;
import dev.muster.org.PeersTestResource;
import dev.muster.testkit.access.ServiceCaller;
import dev.muster.testkit.access.SignedIn;
import dev.muster.testkit.race.Race;
import dev.muster.testkit.time.Eventually;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The organization of their own that new people are given. */
@OrgTest
class DefaultOrganizationTest {

    @Inject
    OrgFixtures fixtures;

    private long user;

    @BeforeEach
    void aNewPerson() {
        user = fixtures.user();
    }

    @Test
    void aNewPersonOwnsAnOrganizationInWhichTheirSignInsStart() {
        Response answer = give(user);

        long org = answer.then().statusCode(200).extract().jsonPath().getLong("id");
        assertThat(answer.asString())
                .isEqualTo("{\"id\":" + org + ",\"organizationName\":\"Default Profile\",\"role\":\"OWNER\"}");
        assertThat(fixtures.read(user, org, "status, owner, group_id, default_account"))
                .isEqualTo("active true 100 true");
        assertThat(defaultAccount(user).asString()).isEqualTo(answer.asString());
        Eventually.holds(
                "identity-service has its copy",
                () -> PeersTestResource.identity().copiesOf(user).stream()
                        .anyMatch(copy -> copy.getLong("orgId") == org && copy.getBoolean("owner")));
    }

    @Test
    void askedAgainItGivesTheSame() {
        String first = give(user).asString();

        assertThat(give(user).asString()).isEqualTo(first);
        assertThat(organizations()).isEqualTo(1);
    }

    @Test
    void askedSixteenTimesAtOnceItFoundsOneOrganization() {
        List<Response> answers = Race.of(16, i -> give(user));

        assertThat(answers).extracting(Response::statusCode).containsOnly(200);
        assertThat(answers)
                .extracting(Response::asString)
                .containsOnly(answers.get(0).asString());
        assertThat(organizations()).isEqualTo(1);
    }

    @Test
    void aDefaultAccountThatWasChosenStays() {
        long org = fixtures.organization("Club");
        fixtures.member(user, org);
        fixtures.change(user, org, "default_account = true");

        give(user).then().statusCode(200).body("id", equalTo((int) org)).body("role", equalTo("VIEWER"));

        assertThat(organizations()).isEqualTo(1);
    }

    @Test
    void anOrganizationThatThePersonOwnsBecomesTheDefaultAccount() {
        long lost = fixtures.organization("Lost");
        fixtures.member(user, lost);
        fixtures.change(user, lost, "default_account = true");
        fixtures.changeOrganization(lost, "active = false");
        long own = fixtures.organization("Own");
        fixtures.member(user, own);
        fixtures.change(user, own, "owner = true");

        give(user).then().statusCode(200).body("organizationName", equalTo("Own"));

        assertThat(fixtures.read(user, own, "default_account")).isEqualTo("true");
        assertThat(fixtures.read(user, lost, "default_account")).isEqualTo("false");
    }

    @Test
    void whoIsOnlyAGuestElsewhereGetsAnOrganization() {
        fixtures.member(user, fixtures.organization("Club"));

        give(user).then().statusCode(200).body("organizationName", equalTo("Default Profile"));
    }

    @Test
    void withoutAMembershipThereIsNoDefaultAccount() {
        defaultAccount(user).then().statusCode(404).body("code", equalTo("ORGANIZATION_NOT_FOUND"));
    }

    @Test
    void theOldestMembershipStandsInForADefaultAccount() {
        long org = fixtures.organization("Club");
        fixtures.member(user, org);
        fixtures.change(user, org, "group_id = 100");

        assertThat(defaultAccount(user).then().statusCode(200).extract().asString())
                .isEqualTo("{\"id\":" + org + ",\"organizationName\":\"Club\",\"role\":\"ADMINISTRATOR\"}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"name\":\"  \"}", "{\"name\":7}"})
    void anOrganizationNeedsAName(String body) {
        give(user, body).then().statusCode(400).body("errors.pointer", contains("/name"));
    }

    @Test
    @DisplayName("R36 only services give and read default accounts")
    void onlyServices() {
        for (String path : List.of("default-account", "default-organization")) {
            String address = "/internal/users/" + user + "/" + path;
            String method = path.equals("default-account") ? "GET" : "PUT";
            given().contentType(ContentType.JSON)
                    .body("{}")
                    .request(method, address)
                    .then()
                    .statusCode(401);
            SignedIn.operator(user, 1)
                    .request()
                    .contentType(ContentType.JSON)
                    .body("{}")
                    .request(method, address)
                    .then()
                    .statusCode(401);
        }
    }

    private long organizations() {
        return fixtures.count("select count(*) from memberships where user_id = $1", user);
    }

    private static Response give(long user) {
        return give(user, "{\"name\":\"Default Profile\"}");
    }

    private static Response give(long user, String body) {
        return ServiceCaller.to("org-service")
                .contentType(ContentType.JSON)
                .body(body)
                .put("/internal/users/{id}/default-organization", user);
    }

    private static Response defaultAccount(long user) {
        return ServiceCaller.to("org-service").get("/internal/users/{id}/default-account", user);
    }
}

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
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The organization in which people choose to start. */
@OrgTest
class ChooseDefaultAccountTest {

    private static final String ADDRESS = "/users/me/default_account";

    @Inject
    OrgFixtures fixtures;

    private long user;
    private long home;
    private long club;
    private SignedIn caller;

    @BeforeEach
    void aMemberOfTwoOrganizations() {
        user = fixtures.user();
        home = fixtures.organization("Default Profile");
        club = fixtures.organization("Club");
        fixtures.member(user, home);
        fixtures.member(user, club);
        fixtures.change(user, home, "owner = true, default_account = true");
        caller = SignedIn.pilot(user, home);
    }

    @AfterEach
    void thePeersComeBack() {
        PeersTestResource.identity().comeBack();
    }

    @ParameterizedTest
    @ValueSource(strings = {ADDRESS, "/users/default_account"})
    void theWireFormatIsExact(String address) {
        Response answer = put(caller, address, "{\"organization_id\":" + club + "}");

        assertThat(answer.then().statusCode(200).extract().asString())
                .isEqualTo("{\"id\":" + user + ",\"email\":\"jo" + user + "@example.com\",\"name\":\"Jo Doe\","
                        + "\"first_name\":\"Jo\",\"last_name\":\"Doe\",\"country_id\":\"CA\",\"other_id\":null,"
                        + "\"role\":\"VIEWER\",\"default_account\":{\"id\":" + club
                        + ",\"organization_name\":\"Club\"},\"created_on\":\"2025-10-17T16:09:36.031+00:00\","
                        + "\"updated_on\":\"2025-10-18T16:09:36.031+00:00\"}");
    }

    @Test
    void theNextSignInStartsInIt() {
        choose(club).then().statusCode(200);

        ServiceCaller.to("org-service")
                .get("/internal/members/{id}", user)
                .then()
                .statusCode(200)
                .body("orgId", equalTo((int) club));
        assertThat(fixtures.read(user, home, "default_account")).isEqualTo("false");
    }

    @Test
    void theRoleIsTheOneInTheDefaultAccount() {
        choose(home).then().statusCode(200).body("role", equalTo("OWNER"));
    }

    @Test
    void choosingTheSameAgainChangesNothing() {
        choose(club).then().statusCode(200);
        String before = fixtures.read(user, club, "version, updated_at, default_account");

        choose(club).then().statusCode(200);

        assertThat(fixtures.read(user, club, "version, updated_at, default_account"))
                .isEqualTo(before);
    }

    @Test
    void sixteenChoicesAtOnceLeaveOneDefaultAccount() {
        long[] organizations = IntStream.range(0, 16)
                .mapToLong(i -> {
                    long org = fixtures.organization("Org " + i);
                    fixtures.member(user, org);
                    return org;
                })
                .toArray();
        choose(home).then().statusCode(200);

        List<Response> answers = Race.of(16, i -> choose(organizations[i]));

        assertThat(answers).extracting(Response::statusCode).containsOnly(200);
        assertThat(fixtures.count("select count(*) from memberships where user_id = $1 and default_account", user))
                .isEqualTo(1);
    }

    @Test
    @DisplayName("R33 nobody starts in an organization that is not theirs")
    void nobodyStartsInAnOrganizationThatIsNotTheirs() {
        long foreign = fixtures.organization("Foreign");
        long invited = fixtures.organization("Invited");
        fixtures.member(user, invited, "pending");
        long closed = fixtures.organization("Closed");
        fixtures.member(user, closed);
        fixtures.changeOrganization(closed, "active = false");

        for (long id : new long[] {foreign, invited, closed, 999_999_999, 0, -1}) {
            choose(id).then().statusCode(404).body("code", equalTo("ORGANIZATION_NOT_FOUND"));
        }
        assertThat(fixtures.read(user, home, "default_account")).isEqualTo("true");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}|/organization_id",
                "{\"organization_id\":null}|/organization_id",
                "{\"organization_id\":\"113\"}|/organization_id",
                "{\"organization_id\":1.5}|/organization_id",
                "{\"organization_id\":[]}|/organization_id",
                "{\"organization_id\":99999999999999999999}|/organization_id",
                "{\"organization_id\":1,\"role\":\"OWNER\"}|/role"
            })
    @DisplayName("R34 what is no organization's id is refused by name")
    void whatIsNoIdIsNamed(String body, String pointer) {
        put(caller, ADDRESS, body).then().statusCode(400).body("errors.pointer", contains(pointer));
    }

    @Test
    void nothingChangesWhileIdentityServiceIsAway() {
        PeersTestResource.identity().goAway();

        choose(club).then().statusCode(503).header("Retry-After", "1");

        assertThat(fixtures.read(user, home, "default_account")).isEqualTo("true");
    }

    @Test
    void aPersonWhoIsDeletedMeanwhileIsNotFound() {
        PeersTestResource.identity().forget(user);

        choose(club).then().statusCode(404).body("code", equalTo("USER_NOT_FOUND"));

        assertThat(fixtures.read(user, home, "default_account")).isEqualTo("true");
    }

    @Test
    void nobodyChoosesWithoutAToken() {
        given().contentType(ContentType.JSON)
                .body("{\"organization_id\":1}")
                .put(ADDRESS)
                .then()
                .statusCode(401);
    }

    private Response choose(long orgId) {
        return put(caller, ADDRESS, "{\"organization_id\":" + orgId + "}");
    }

    private static Response put(SignedIn caller, String address, String body) {
        return caller.request().contentType(ContentType.JSON).body(body).put(address);
    }
}

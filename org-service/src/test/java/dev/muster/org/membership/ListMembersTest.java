package dev.muster.org.membership;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import dev.muster.org.OrgFixtures;
import dev.muster.org.OrgTest;
import dev.muster.testkit.access.SignedIn;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@OrgTest
class ListMembersTest {

    private static final String TIME = "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}\\+00:00";

    @Inject
    OrgFixtures fixtures;

    private long org;
    private long owner;
    private SignedIn caller;

    @BeforeEach
    void anOrganization() {
        org = fixtures.organization("Acme");
        owner = fixtures.owner(org);
        caller = SignedIn.pilot(owner, org);
    }

    @Test
    void theWireFormatIsExact() {
        fixtures.change(owner, org, "permissions = '{members.write,bookings.read}'");

        String body = list("").asString();

        assertThat(body.replaceAll(TIME, "T"))
                .isEqualTo("[{\"user_id\":" + owner + ",\"group\":100,\"role\":\"OWNER\","
                        + "\"permissions\":[\"bookings.read\",\"members.write\"],\"status\":\"active\","
                        + "\"created_on\":\"T\",\"updated_on\":\"T\"}]");
    }

    @Test
    void thoseStillInvitedAreListedAndThoseWhoLeftAreNot() {
        long invited = fixtures.memberWith(org, "status = 'pending'");
        fixtures.memberWith(org, "status = 'inactive'");
        fixtures.viewer(fixtures.organization("Elsewhere"));

        list("").then()
                .statusCode(200)
                .body("user_id", contains((int) owner, (int) invited))
                .body("status", contains("active", "pending"));
    }

    @Test
    void aPageNamesTheNextOneUntilTheLast() {
        long second = fixtures.viewer(org);
        long third = fixtures.viewer(org);

        list("?limit=2")
                .then()
                .body("user_id", contains((int) owner, (int) second))
                .header(
                        "Link",
                        equalTo("</organizations/" + org + "/members?limit=2&after=" + second + ">; rel=\"next\""));
        Response last = list("?limit=2&after=" + second);
        last.then().body("user_id", contains((int) third));
        assertThat(last.header("Link")).isNull();
    }

    @Test
    void aFullLastPageNamesNoOther() {
        fixtures.viewer(org);

        assertThat(list("?limit=2").header("Link")).isNull();
    }

    @Test
    @DisplayName("R40 pages are complete and without repeats while members come and go")
    void pagesAreCompleteWhileMembersComeAndGo() {
        List<Integer> stayed = new ArrayList<>(List.of((int) owner));
        List<Long> leavers = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            stayed.add((int) fixtures.viewer(org));
            leavers.add(fixtures.viewer(org));
        }
        List<Integer> seen = new ArrayList<>();

        String next = "/organizations/" + org + "/members?limit=3";
        while (next != null) {
            Response page = caller.request().get(next);
            seen.addAll(page.jsonPath().getList("user_id", Integer.class));
            fixtures.change(leavers.remove(leavers.size() - 1), org, "status = 'inactive'");
            fixtures.viewer(org);
            String link = page.header("Link");
            next = link == null || leavers.isEmpty() ? null : link.substring(1, link.indexOf('>'));
        }

        assertThat(seen).doesNotHaveDuplicates().containsAll(stayed);
    }

    @ParameterizedTest
    @ValueSource(strings = {"limit=0", "limit=1001", "limit=-1", "limit=ten", "after=-1", "after=x", "after=1.5"})
    void aPageThatDoesNotExistIsRefusedByName(String parameter) {
        list("?" + parameter)
                .then()
                .statusCode(400)
                .body("code", equalTo("INVALID_INPUT"))
                .body("errors.pointer", hasItem("/" + parameter.substring(0, parameter.indexOf('='))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"group_id = 100", "permissions = '{admin}'", "permissions = '{members.read}'", "group_id = 170"})
    void whoMayReadMembersListsThem(String columns) {
        long reader = fixtures.memberWith(org, columns);

        SignedIn.pilot(reader, org)
                .request()
                .get("/organizations/{id}/members", org)
                .then()
                .statusCode(200)
                .body("", hasSize(2));
    }

    @Test
    void othersDoNotListThem() {
        SignedIn.admin(fixtures.viewer(org), org)
                .request()
                .get("/organizations/{id}/members", org)
                .then()
                .statusCode(403)
                .body("code", equalTo("FORBIDDEN"));
    }

    @Test
    @DisplayName("R33 another organization's members are answered like those of none")
    void anotherOrganizationsMembersAreNotFound() {
        long foreign = fixtures.organization("Foreign");
        fixtures.owner(foreign);

        for (String id : new String[] {Long.toString(foreign), "999999999", "abc", "0"}) {
            caller.request()
                    .get("/organizations/{id}/members", id)
                    .then()
                    .statusCode(404)
                    .body("code", equalTo("ORGANIZATION_NOT_FOUND"));
        }
    }

    @Test
    void nobodyListsWithoutAToken() {
        given().get("/organizations/{id}/members", org).then().statusCode(401);
    }

    private Response list(String query) {
        return caller.request().get("/organizations/" + org + "/members" + query);
    }
}

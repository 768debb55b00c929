package dev.muster.org.lookup;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;

import dev.muster.kit.access.Member;
import dev.muster.org.OrgFixtures;
import dev.muster.org.OrgTest;
import dev.muster.org.PeersTestResource;
import dev.muster.testkit.access.ServiceCaller;
import dev.muster.testkit.access.SignedIn;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Instant;
import org.jose4j.jwt.NumericDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@OrgTest
class ActiveMembersTest {

    @Inject
    OrgFixtures fixtures;

    @AfterEach
    void thePeersComeBack() {
        PeersTestResource.referenceData().comeBack();
    }

    @Test
    void aSignInStartsInTheDefaultAccount() {
        long user = fixtures.user();
        memberOf(user, "older", "created_at = now() - interval '2 days'");
        long chosen = memberOf(user, "chosen", "default_account = true");

        assertThat(ask(user).getLong("orgId")).isEqualTo(chosen);
    }

    @Test
    void withoutADefaultAccountASignInStartsInTheOldestMembership() {
        long user = fixtures.user();
        memberOf(user, "newer", "created_at = now() - interval '1 day'");
        long oldest = memberOf(user, "oldest", "created_at = now() - interval '2 days'");

        assertThat(ask(user).getLong("orgId")).isEqualTo(oldest);
    }

    @ParameterizedTest
    @ValueSource(strings = {"pending", "inactive"})
    void aDefaultAccountThatIsNotActiveIsPassedOver(String status) {
        long user = fixtures.user();
        memberOf(user, "lost", "default_account = true, status = '" + status + "'");
        long left = memberOf(user, "left", "pilot = false");

        assertThat(ask(user).getLong("orgId")).isEqualTo(left);
    }

    @Test
    void aDefaultAccountInAnInactiveOrganizationIsPassedOver() {
        long user = fixtures.user();
        long closed = memberOf(user, "closed", "default_account = true");
        fixtures.changeOrganization(closed, "active = false");
        long left = memberOf(user, "left", "pilot = false");

        assertThat(ask(user).getLong("orgId")).isEqualTo(left);
    }

    @Test
    void aPersonWithoutAMembershipIsNotFound() {
        asOrg("/internal/members/" + fixtures.user())
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .body("code", equalTo("USER_NOT_FOUND"));
    }

    @Test
    void aMembershipTellsAllThatSessionsCarry() {
        long user = fixtures.user();
        long org = memberOf(
                user,
                "whole",
                "group_id = 170, permissions = '{members.write}', pilot = true, billing = true, owner = true,"
                        + " employee_id = 'EMP-001', base_id = '5', supervisor_id = 100003");

        asOrg("/internal/members/" + user + "/" + org)
                .then()
                .statusCode(200)
                .body("size()", is(11))
                .body("secondFactorRequired", is(false))
                .body("orgId", is((int) org))
                .body("version", is(1))
                .body("groupId", is(170))
                .body("permissions", containsInAnyOrder("members.write", "members.read", "bookings.read"))
                .body("owner", is(true))
                .body("pilot", is(true))
                .body("billing", is(true))
                .body("employeeId", is("EMP-001"))
                .body("baseId", is("5"))
                .body("supervisorId", is("100003"));
    }

    @Test
    void theAnswerIsReadAsTheKitsMember() {
        long user = fixtures.user();
        long org = memberOf(user, "typed", "group_id = 105");

        Member member = asOrg("/internal/members/" + user + "/" + org).as(Member.class);

        assertThat(member.orgId().value()).isEqualTo(org);
        assertThat(member.administers()).isTrue();
    }

    @Test
    void aMembershipElsewhereIsNotFound() {
        long user = fixtures.user();
        memberOf(user, "home", "pilot = false");
        long foreign = fixtures.organization("Not Yours");

        asOrg("/internal/members/" + user + "/" + foreign)
                .then()
                .statusCode(404)
                .body("code", equalTo("ORGANIZATION_NOT_FOUND"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"pending", "inactive"})
    void aMembershipThatIsNotActiveIsNotFound(String status) {
        long user = fixtures.user();
        long org = memberOf(user, "no more", "status = '" + status + "'");

        asOrg("/internal/members/" + user + "/" + org).then().statusCode(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "abc", "042", "1/0", "1/abc", "99999999999999999999", "1/99999999999999999999"})
    void whatIsNoIdIsNotFound(String ids) {
        asOrg("/internal/members/" + ids).then().statusCode(404).contentType("application/problem+json");
    }

    @Test
    void withoutReferenceDataAMembershipIsNeverToldWithFewerPermissions() {
        long user = fixtures.user();
        memberOf(user, "unknown groups", "group_id = 170");
        PeersTestResource.referenceData().goAway();

        asOrg("/internal/members/" + user)
                .then()
                .statusCode(503)
                .header("Retry-After", "1")
                .body("code", equalTo("SERVICE_UNAVAILABLE"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/internal/members/1", "/internal/members/1/2"})
    @DisplayName("R36 memberships are told to services only, with a token for this one that has not expired")
    void onlyServicesAsk(String path) {
        String expired = ServiceCaller.token(
                "org-service",
                claims -> claims.setExpirationTime(
                        NumericDate.fromSeconds(Instant.now().minusSeconds(60).getEpochSecond())));

        given().get(path).then().statusCode(401).header("WWW-Authenticate", "Bearer");
        SignedIn.operator(fixtures.user(), 1).request().get(path).then().statusCode(401);
        ServiceCaller.to("session-service").get(path).then().statusCode(401);
        given().header("Authorization", "Bearer " + expired).get(path).then().statusCode(401);
    }

    private long memberOf(long user, String organization, String columns) {
        long org = fixtures.organization(organization);
        fixtures.member(user, org);
        fixtures.change(user, org, columns);
        return org;
    }

    private static JsonPath ask(long user) {
        return asOrg("/internal/members/" + user)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private static Response asOrg(String path) {
        return ServiceCaller.to("org-service").get(path);
    }
}

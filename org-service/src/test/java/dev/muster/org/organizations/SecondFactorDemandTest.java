package dev.muster.org.organizations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import dev.muster.kit.access.LiveSession;
import dev.muster.org.FakeSessionMoves.Push;
import dev.muster.org.OrgFixtures;
import dev.muster.org.OrgTest;
import dev.muster.org.PeersTestResource;
import dev.muster.testkit.access.ServiceCaller;
import dev.muster.testkit.access.SessionServiceTestResource;
import dev.muster.testkit.access.SignedIn;
import dev.muster.testkit.time.Eventually;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Organizations in which only sessions with a second factor may work. */
@OrgTest
class SecondFactorDemandTest {

    @Inject
    OrgFixtures fixtures;

    private long org;
    private long owner;
    private SignedIn plain;
    private SignedIn strong;

    @BeforeEach
    void anOrganization() {
        org = fixtures.organization("Acme");
        owner = fixtures.owner(org);
        plain = SignedIn.pilot(owner, org);
        strong = withSecondFactor(owner);
    }

    @Test
    void theDemandIsShownToMembersAndServices() {
        demand(strong, "true").then().statusCode(200).body("second_factor_required", equalTo(true));

        plain.request().get("/organizations/{id}", org).then().body("second_factor_required", equalTo(true));
        ServiceCaller.to("org-service")
                .get("/internal/members/{user}", owner)
                .then()
                .statusCode(200)
                .body("secondFactorRequired", equalTo(true));
    }

    @Test
    void whoHasNoSecondFactorCannotLockThemselvesOut() {
        refused(demand(plain, "true"));
        refused(demand(SignedIn.pilot(fixtures.administrator(org), org), "true"));

        assertThat(demanded()).isFalse();
        assertThat(PeersTestResource.moves().pushesOf(owner)).isEmpty();
    }

    @Test
    @DisplayName("R22 every session in an organization that begins to demand a second factor is closed")
    void everySessionIsClosed() {
        long member = fixtures.viewer(org);
        long invited = fixtures.memberWith(org, "status = 'pending'");
        long before = version(member);

        demand(strong, "true").then().statusCode(200);

        Push last = PeersTestResource.moves().lastPushOf(member);
        assertThat(last.method()).isEqualTo("DELETE");
        assertThat(last.path()).endsWith("/members/" + org + "?version=" + (before + 1));
        assertThat(version(member)).isEqualTo(before + 2);
        assertThat(PeersTestResource.moves().pushesOf(owner)).isNotEmpty();
        assertThat(PeersTestResource.moves().pushesOf(invited)).isEmpty();
    }

    @Test
    @DisplayName("R22 then every session is closed however many members there are")
    void theSessionsOfAnyNumberOfMembersAreClosed() {
        List<Long> members =
                LongStream.range(0, 450).mapToObj(i -> fixtures.viewer(org)).toList();

        demand(strong, "true").then().statusCode(200);

        Eventually.holds(
                "everybody's sessions are closed",
                () -> members.stream()
                        .noneMatch(member ->
                                PeersTestResource.moves().pushesOf(member).isEmpty()));
    }

    @Test
    void aDemandThatIsThereAlreadyClosesNothing() {
        fixtures.changeOrganization(org, "second_factor_required = true");

        demand(strong, "true").then().statusCode(200);

        assertThat(PeersTestResource.moves().pushesOf(owner)).isEmpty();
    }

    @Test
    void aSessionWithoutASecondFactorIsNotSwitchedIn() {
        fixtures.changeOrganization(org, "second_factor_required = true");

        refused(plain.request().get("/users/switch/{id}.json", org));

        strong.request().get("/users/switch/{id}.json", org).then().statusCode(200);
    }

    @Test
    void whereItIsDemandedNobodyAdministersWithoutOneFromAnotherOrganization() {
        fixtures.changeOrganization(org, "second_factor_required = true");
        long member = fixtures.viewer(org);
        SignedIn elsewhere = SignedIn.pilot(owner, fixtures.organization("Elsewhere"));

        refused(demand(elsewhere, "false"));
        refused(elsewhere.request().delete("/organizations/{id}", org));
        refused(elsewhere.request().get("/organizations/{id}/members", org));
        refused(elsewhere.request().delete("/organizations/{id}/members/{user}", org, member));
        refused(elsewhere
                .request()
                .contentType(ContentType.JSON)
                .body("{\"group\":100}")
                .put("/organizations/{id}/members/{user}", org, member));

        assertThat(demanded()).isTrue();
        assertThat(fixtures.read(member, org, "status, group_id")).isEqualTo("active 110");
    }

    @Test
    void whoLeavesNeedsNone() {
        fixtures.changeOrganization(org, "second_factor_required = true");
        long member = fixtures.viewer(org);

        SignedIn.pilot(member, org)
                .request()
                .post("/organizations/{id}/leave", org)
                .then()
                .statusCode(204);
    }

    @Test
    void theDemandIsTakenBack() {
        fixtures.changeOrganization(org, "second_factor_required = true");

        demand(strong, "false").then().statusCode(200).body("second_factor_required", equalTo(false));

        assertThat(demanded()).isFalse();
        assertThat(PeersTestResource.moves().pushesOf(owner)).isEmpty();
    }

    @Test
    void aRenamingLeavesTheDemandAsItIs() {
        fixtures.changeOrganization(org, "second_factor_required = true");

        put(strong, "{\"organization_name\":\"Renamed\"}")
                .then()
                .statusCode(200)
                .body("organization_name", equalTo("Renamed"))
                .body("second_factor_required", equalTo(true));
    }

    @Test
    void whoDoesNotAdministerDemandsNothing() {
        long member = fixtures.viewer(org);

        demand(withSecondFactor(member), "true").then().statusCode(403).body("code", equalTo("FORBIDDEN"));

        assertThat(demanded()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"true\"", "1", "{}"})
    @DisplayName("R34 what is no boolean is refused by name")
    void whatIsNoBooleanIsNamed(String value) {
        demand(strong, value).then().statusCode(400).body("errors.pointer", contains("/second_factor_required"));
    }

    @Test
    @DisplayName("R34 a new organization takes no demand")
    void aNewOrganizationTakesNoDemand() {
        strong.request()
                .contentType(ContentType.JSON)
                .body("{\"organization_name\":\"New\",\"second_factor_required\":true}")
                .post("/organizations")
                .then()
                .statusCode(400)
                .body("errors.code", contains("unknown_field"));
    }

    private SignedIn withSecondFactor(long user) {
        SignedIn signedIn = SignedIn.pilot(user, org);
        LiveSession session = signedIn.session();
        SessionServiceTestResource.sessions()
                .open(new LiveSession(
                        session.id(),
                        session.userId(),
                        session.version(),
                        session.generation(),
                        session.api(),
                        true,
                        session.networkRating(),
                        session.pilotRating(),
                        session.expires(),
                        session.member()));
        return signedIn;
    }

    private Response demand(SignedIn caller, String value) {
        return put(caller, "{\"organization_name\":\"Acme\",\"second_factor_required\":" + value + "}");
    }

    private Response put(SignedIn caller, String body) {
        return caller.request().contentType(ContentType.JSON).body(body).put("/organizations/{id}", org);
    }

    private static void refused(Response answer) {
        answer.then().statusCode(403).body("code", equalTo("SECOND_FACTOR_REQUIRED"));
    }

    private boolean demanded() {
        return fixtures.count("select count(*) from organizations where id = $1 and second_factor_required", org) == 1;
    }

    private long version(long user) {
        return Long.parseLong(fixtures.read(user, org, "version"));
    }
}

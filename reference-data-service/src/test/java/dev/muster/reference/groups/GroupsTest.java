package dev.muster.reference.groups;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.muster.reference.Conditional;
import dev.muster.reference.ReferenceDataTest;
import dev.muster.testkit.access.SignedIn;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ReferenceDataTest
class GroupsTest {

    private static final String ALL = "/users/user_groups.json";
    private static final String STAFF = "/users/user_groups/1.json";

    @Inject
    GroupFixtures fixtures;

    @Test
    void anOrganizationStartsWithTheBuiltInGroupsById() {
        assertThat(groups(SignedIn.pilot(100_300, fixtures.organization()), ALL))
                .containsExactly(
                        group("100", "Administrator"),
                        group("105", "Manager"),
                        group("110", "Pilot"),
                        group("120", "Student"),
                        group("150", "Chief Pilot"),
                        group("170", "Flight Instructor"),
                        group("250", "External Auditor"),
                        group("300", "Mechanic"));
    }

    @Test
    void staffGroupsLeaveOutPilotsStudentsAndAuditors() {
        assertThat(groups(SignedIn.pilot(100_301, fixtures.organization()), STAFF))
                .containsExactly(
                        group("100", "Administrator"),
                        group("105", "Manager"),
                        group("150", "Chief Pilot"),
                        group("170", "Flight Instructor"),
                        group("300", "Mechanic"));
    }

    @Test
    void anOrganizationsOwnGroupsFollowTheBuiltInOnes() {
        long orgId = fixtures.organization();
        String dispatchers = Long.toString(fixtures.add(orgId, "Dispatcher", true));
        String guests = Long.toString(fixtures.add(orgId, "Guest", false));

        assertThat(groups(SignedIn.pilot(100_302, orgId), ALL))
                .hasSize(10)
                .endsWith(group("300", "Mechanic"), group(dispatchers, "Dispatcher"), group(guests, "Guest"));
        assertThat(groups(SignedIn.pilot(100_302, orgId), STAFF))
                .contains(group(dispatchers, "Dispatcher"))
                .doesNotContain(group(guests, "Guest"));
    }

    @ParameterizedTest
    @ValueSource(strings = {ALL, STAFF})
    void anotherOrganizationsGroupsAreNotShown(String path) {
        long orgId = fixtures.organization();
        fixtures.add(orgId, "Secret Project", true);

        assertThat(groups(SignedIn.admin(100_303, fixtures.organization()), path))
                .noneMatch(group -> "Secret Project".equals(group.get("name")));
    }

    @ParameterizedTest
    @ValueSource(strings = {ALL, STAFF})
    void aGroupIsAnIdAndANameAndNothingElse(String path) {
        assertThat(groups(SignedIn.admin(100_304, fixtures.organization()), path))
                .allSatisfy(group -> assertThat(group).containsOnlyKeys("id", "name"));
    }

    @ParameterizedTest
    @ValueSource(strings = {ALL, STAFF})
    void anAnswerThatTheClientHoldsIsNotSentAgain(String path) {
        SignedIn caller = SignedIn.pilot(100_305, fixtures.organization());

        Conditional.check(caller::request, path, "private, no-cache", "Authorization, token, X-API-KEY");
    }

    @Test
    void aChangeIsSeenByTheNextCall() {
        long orgId = fixtures.organization();
        long id = fixtures.add(orgId, "Ground Crew", true);
        SignedIn caller = SignedIn.pilot(100_306, orgId);
        String held = caller.request().get(ALL).header("ETag");

        fixtures.rename(orgId, id, "Ramp Crew");

        caller.request()
                .header("If-None-Match", held)
                .get(ALL)
                .then()
                .statusCode(200)
                .body("name[8]", equalTo("Ramp Crew"));
    }

    @ParameterizedTest
    @ValueSource(strings = {ALL, STAFF})
    void aCallerWithoutAnOrganizationIsRefused(String path) {
        SignedIn.withoutOrganization(100_307)
                .request()
                .get(path)
                .then()
                .statusCode(403)
                .body("code", equalTo("FORBIDDEN"));
    }

    private static List<Map<String, String>> groups(SignedIn caller, String path) {
        return caller.request()
                .get(path)
                .then()
                .statusCode(200)
                .contentType(ContentType.JSON)
                .extract()
                .path("");
    }

    private static Map<String, String> group(String id, String name) {
        return Map.of("id", id, "name", name);
    }
}

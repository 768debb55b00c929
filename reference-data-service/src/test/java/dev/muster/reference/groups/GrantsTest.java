package dev.muster.reference.groups;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;

import dev.muster.reference.Conditional;
import dev.muster.reference.ReferenceDataTest;
import dev.muster.testkit.access.ServiceCaller;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ReferenceDataTest
class GrantsTest {

    @Inject
    GroupFixtures fixtures;

    @Inject
    Pool pool;

    @Test
    void administratorsAndManagersGrantAdmin() {
        List<Map<String, Object>> grants = grants(fixtures.organization());

        assertThat(grants)
                .filteredOn(grant -> permissions(grant).contains("admin"))
                .extracting(grant -> grant.get("name"))
                .containsExactly("Administrator", "Manager");
    }

    @Test
    void noBuiltInGroupGrantsThePlatform() {
        assertThat(grants(fixtures.organization()))
                .allSatisfy(grant -> assertThat(permissions(grant)).doesNotContain("keaz"));
    }

    @Test
    void pilotsAndStudentsGrantNothing() {
        assertThat(grants(fixtures.organization()))
                .filteredOn(grant -> permissions(grant).isEmpty())
                .extracting(grant -> grant.get("id"))
                .containsExactly(110, 120);
    }

    @Test
    void everyGrantedPermissionIsAKnownOne() {
        List<Object> known = new ArrayList<>();
        pool.query("select name from permissions").executeAndAwait().forEach(row -> known.add(row.getString("name")));

        assertThat(known).contains("admin", "keaz", "members.read", "members.write", "bookings.read");
        assertThat(grants(fixtures.organization()))
                .allSatisfy(grant -> assertThat(known).containsAll(permissions(grant)));
    }

    @Test
    void anOrganizationsOwnGroupsComeWithWhatTheyGrant() {
        long orgId = fixtures.organization();
        long id = fixtures.add(orgId, "Dispatcher", true, "bookings.read", "members.read");

        assertThat(grants(orgId))
                .last()
                .isEqualTo(Map.of(
                        "id",
                        (int) id,
                        "name",
                        "Dispatcher",
                        "staff",
                        true,
                        "permissions",
                        List.of("bookings.read", "members.read")));
    }

    @Test
    void anotherOrganizationsGroupsAreNotShown() {
        fixtures.add(fixtures.organization(), "Secret Project", true, "admin");

        assertThat(grants(fixtures.organization())).hasSize(8);
    }

    @Test
    void anAnswerThatTheServiceHoldsIsNotSentAgain() {
        Conditional.check(
                () -> ServiceCaller.to("reference-data-service"),
                "/internal/groups?org=42",
                "private, no-cache",
                "Authorization, token, X-API-KEY");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/internal/groups", "/internal/groups?org=0", "/internal/groups?org=-1"})
    void anOrganizationMustBeNamed(String path) {
        ServiceCaller.to("reference-data-service")
                .get(path)
                .then()
                .statusCode(400)
                .body("code", equalTo("INVALID_INPUT"));
    }

    @Test
    void anOwnGroupCannotTakeABuiltInId() {
        assertThatThrownBy(() -> pool.query(
                                "insert into user_groups (org_id, id, name, staff) values (42, 101, 'Usurper', true)")
                        .executeAndAwait())
                .hasMessageContaining("user_groups_built_in");
    }

    private static List<Map<String, Object>> grants(long orgId) {
        return ServiceCaller.to("reference-data-service")
                .get("/internal/groups?org=" + orgId)
                .then()
                .statusCode(200)
                .extract()
                .path("");
    }

    @SuppressWarnings("unchecked")
    private static List<String> permissions(Map<String, Object> grant) {
        return (List<String>) grant.get("permissions");
    }
}

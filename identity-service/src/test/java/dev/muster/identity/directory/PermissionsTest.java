package dev.muster.identity.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;

import dev.muster.identity.Companies;
import dev.muster.identity.Companies.Company;
import dev.muster.identity.IdentityTest;
import dev.muster.identity.PeersTestResource;
import dev.muster.identity.People.Person;
import dev.muster.testkit.access.SignedIn;
import io.vertx.core.json.JsonArray;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@IdentityTest
class PermissionsTest {

    @Inject
    Companies companies;

    @Test
    void aListReplacesTheWholeListBareOrNamed() {
        Company company = companies.add();
        Person person = companies.member(company, "active");

        DirectoryCalls.put(company.admin(), person.id(), "/perms", List.of("admin", "members.read"))
                .statusCode(200)
                .body("", containsInAnyOrder("admin", "members.read"));
        DirectoryCalls.put(company.admin(), person.id(), "/perms", Map.of("perms", List.of("members.write")))
                .statusCode(200)
                .body("", contains("members.write"));
        company.admin().request().get("/user/" + person.id() + "/perms").then().body("", contains("members.write"));
        DirectoryCalls.put(company.admin(), person.id(), "/perms", List.of())
                .statusCode(200)
                .body("", empty());
        assertThat(stored(company, person)).isEmpty();
    }

    @Test
    void anUnknownPermissionIsRefusedAndNothingChanges() {
        Company company = companies.add();
        Person person = companies.member(company, "active");

        DirectoryCalls.put(company.admin(), person.id(), "/perms", List.of("members.read", "fly"))
                .statusCode(400)
                .body("errors.pointer", contains("/perms/1"));

        assertThat(stored(company, person)).isEmpty();
    }

    @Test
    @DisplayName("R32 only operators put others among the operators")
    void onlyOperatorsMakeOperators() {
        Company company = companies.add();
        Person person = companies.member(company, "active");
        SignedIn operator = SignedIn.as(
                companies.member(company, "active").id(), SignedIn.member(company.id(), 100, Set.of("keaz")), 1);

        DirectoryCalls.put(company.admin(), person.id(), "/perms", List.of("keaz"))
                .statusCode(403);
        DirectoryCalls.put(company.admin(), person.id(), "", Map.of("perms", List.of("keaz")))
                .statusCode(403);
        assertThat(stored(company, person)).isEmpty();
        DirectoryCalls.put(operator, person.id(), "/perms", List.of("keaz"))
                .statusCode(200)
                .body("", contains("keaz"));
    }

    @Test
    @DisplayName("R32 somebody without the power puts nobody anywhere")
    void aMemberMakesNoAdministrators() {
        Company company = companies.add();
        Person person = companies.member(company, "active");

        DirectoryCalls.put(SignedIn.pilot(person.id(), company.id()), person.id(), "/perms", List.of("admin"))
                .statusCode(403);

        assertThat(stored(company, person)).isEmpty();
    }

    @Test
    void orgServicesRefusalIsPassedOn() {
        Company company = companies.add();
        Person owner = companies.member(company, "active");
        PeersTestResource.organizations()
                .refuse(
                        "PUT",
                        "/internal/organizations/" + company.id() + "/members/" + owner.id(),
                        403,
                        "FORBIDDEN",
                        "Owners are changed by owners");

        DirectoryCalls.put(company.admin(), owner.id(), "/perms", List.of()).statusCode(403);
    }

    @Test
    void licenceTypesAreReplacedBareOrNamed() {
        Company company = companies.add();
        Person person = companies.member(company, "active");

        DirectoryCalls.put(company.admin(), person.id(), "/license-types", List.of("C", "MR"))
                .statusCode(200)
                .body("", contains("C", "MR"));
        DirectoryCalls.put(company.admin(), person.id(), "/license-types", Map.of("license-types", List.of("B")))
                .statusCode(200)
                .body("", contains("B"));
        company.admin()
                .request()
                .get("/user/" + person.id() + "/license-types")
                .then()
                .body("", contains("B"));
        DirectoryCalls.put(company.admin(), person.id(), "/license-types", Map.of("perms", List.of()))
                .statusCode(400);
        DirectoryCalls.put(company.admin(), person.id(), "/license-types", "\"C\"")
                .statusCode(400);
        DirectoryCalls.put(company.admin(), person.id(), "/license-types", List.of(1))
                .statusCode(400);
    }

    private static List<?> stored(Company company, Person person) {
        return PeersTestResource.organizations()
                .member(company.id(), person.id())
                .getJsonArray("permissions", new JsonArray())
                .getList();
    }
}

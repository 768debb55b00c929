package dev.muster.identity.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.muster.identity.Companies;
import dev.muster.identity.Companies.Company;
import dev.muster.identity.IdentityTest;
import dev.muster.identity.PeersTestResource;
import dev.muster.identity.mail.MailTestResource;
import dev.muster.testkit.postgres.Statements;
import dev.muster.testkit.race.Race;
import dev.muster.testkit.time.Eventually;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@IdentityTest
class DirectoryUserCreationTest {

    @Inject
    Companies companies;

    @Test
    void aNewUserNeedsAnAddress() {
        Map<String, Object> without = new HashMap<>();
        without.put("name", "Joe");
        without.put("email", null);

        DirectoryCalls.create(companies.add(), without)
                .statusCode(400)
                .body("errors.pointer", contains("/email"))
                .body("errors.code", contains("required"));
    }

    @Test
    void aNewUserIsPendingAndGetsAMail() {
        Company company = companies.add();
        String email = DirectoryCalls.newAddress();
        Map<String, Object> wanted = new HashMap<>();
        wanted.put("name", "Joe van Bloggs");
        wanted.put("email", email);
        wanted.put("employee_id", "E7");
        wanted.put("contact_number", "+61 2 5550 1234");
        wanted.put("license_number", "L-1");
        wanted.put("license_expiry_month", "6");
        wanted.put("license_expiry_year", "2031");
        wanted.put("license_type", "C");
        wanted.put("license_country", "ES");
        wanted.put("cost-centre_id", "CC-9");
        wanted.put("activated-via-company-id", "77");
        wanted.put("perms", List.of("members.read"));
        wanted.put("license-types", List.of("C", "MR"));
        wanted.put("branch_ids", List.of("3", "4"));

        String id = DirectoryCalls.create(company, wanted)
                .statusCode(201)
                .body("status", equalTo("pending"))
                .body("company_id", equalTo(Long.toString(company.id())))
                .body("name", equalTo("Joe van Bloggs"))
                .body("email", equalTo(email))
                .body("employee_id", equalTo("E7"))
                .body("contact_number", equalTo("+61 2 5550 1234"))
                .body("license_number", equalTo("L-1"))
                .body("license_expiry_month", equalTo("6"))
                .body("license_expiry_year", equalTo("2031"))
                .body("license_type", equalTo("C"))
                .body("license_country", equalTo("ES"))
                .body("cost-centre_id", equalTo("CC-9"))
                .body("activated-via-company-id", equalTo("77"))
                .body("perms", contains("members.read"))
                .body("license-types", contains("C", "MR"))
                .body("branch_ids", contains("3", "4"))
                .body("password", nullValue())
                .extract()
                .path("id");

        assertThat(MailTestResource.server().awaitOnly(email).link()).startsWith("/pages/activation/" + id);
        assertThat(PeersTestResource.organizations()
                        .member(company.id(), Long.parseLong(id))
                        .getString("costCentreId"))
                .isEqualTo("CC-9");
        company.admin()
                .request()
                .get("/user/" + id)
                .then()
                .statusCode(200)
                .body("location", equalTo("/user/" + id))
                .body("branch_ids", contains("3", "4"));
    }

    @Test
    void theAnswerToANewUserSaysWhereItIs() {
        Company company = companies.add();

        ValidatableResponse answer =
                DirectoryCalls.create(company, Map.of("name", "Ann", "email", DirectoryCalls.newAddress()));

        answer.header("Location", endsWith(answer.extract().path("location")));
    }

    @ParameterizedTest
    @CsvSource({
        "name, 'Tab\tbed'",
        "name, 'Jürgen'",
        "email, no-address",
        "license_expiry_month, 13",
        "license_expiry_year, 31",
        "license_country, XX",
        "password, secret-of-somebody",
        "id, 7",
        "status, active",
        "nickname, Joe"
    })
    @DisplayName("R34 a value that is not accepted, a read-only and an unknown field are refused by name")
    void whatIsNotAcceptedIsNamed(String field, String value) {
        Company company = companies.add();
        Map<String, Object> wanted = new HashMap<>(Map.of("name", "Joe", "email", DirectoryCalls.newAddress()));
        wanted.put(field, value);

        DirectoryCalls.create(company, wanted).statusCode(400).body("errors.pointer", contains("/" + field));
    }

    @Test
    void allThatIsWrongIsNamedAtOnce() {
        DirectoryCalls.create(
                        companies.add(),
                        Map.of("name", "<b>", "perms", List.of("fly"), "license_expiry_month", "0", "branch_ids", "3"))
                .statusCode(400)
                .body(
                        "errors.pointer",
                        containsInAnyOrder("/name", "/email", "/perms/0", "/license_expiry_month", "/branch_ids"));
    }

    @Test
    @DisplayName("R08 of 16 concurrent new users with one address exactly one is made")
    void ofConcurrentNewUsersOneIsMade() {
        Company company = companies.add();
        String email = DirectoryCalls.newAddress();

        List<Integer> statuses = Race.of(
                16,
                i -> DirectoryCalls.create(company, Map.of("name", "Joe", "email", email))
                        .extract()
                        .statusCode());

        assertThat(Collections.frequency(statuses, 201)).isOne();
        assertThat(Collections.frequency(statuses, 409)).isEqualTo(15);
    }

    @Test
    @DisplayName("R44 a user made while org-service is away is taken in when it is back")
    void aUserMadeWhileOrgServiceIsAwayIsTakenIn() {
        Company company = companies.add();
        company.admin().request().get("/users").then().statusCode(200);
        String email = DirectoryCalls.newAddress();
        PeersTestResource.organizations().goAway();
        try {
            DirectoryCalls.create(company, Map.of("name", "Joe", "email", email))
                    .statusCode(201);
        } finally {
            PeersTestResource.organizations().comeBack();
        }

        long id = Statements.number("select id from users where email_key = $1", email);
        Eventually.holds(
                "org-service has taken the user in",
                () -> PeersTestResource.organizations().member(company.id(), id) != null);
    }
}

package dev.muster.identity.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.muster.identity.Companies;
import dev.muster.identity.Companies.Company;
import dev.muster.identity.IdentityTest;
import dev.muster.identity.Invited;
import dev.muster.identity.People;
import dev.muster.identity.People.Person;
import dev.muster.identity.mail.MailTestResource;
import dev.muster.testkit.postgres.Statements;
import dev.muster.testkit.race.Race;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever decides about an address decides about the account: what a company may not do to people who are not only its own. */
@IdentityTest
class SomebodyElsesAddressTest {

    @Inject
    Companies companies;

    @Inject
    People people;

    @Test
    @DisplayName("R33 an invitation gives no company a say in the address of an account that was there before")
    void whoeverWasOnlyInvitedKeepsTheirAddress() {
        Person victim = people.add();
        Company evil = companies.add();
        Invited.of(evil.id(), victim.email(), 1);

        requireKept(evil, victim);
    }

    @ParameterizedTest
    @ValueSource(strings = {"pending", "active"})
    @DisplayName("R33 no company changes the address of somebody who belongs, or is to belong, to another one too")
    void whoeverBelongsToAnotherCompanyKeepsTheirAddress(String elsewhere) {
        Company company = companies.add();
        Person victim = companies.member(company, "active");
        companies.join(companies.add(), victim, elsewhere);

        requireKept(company, victim);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 10, 11, 12})
    @DisplayName("R33 no company changes the address of somebody whom the network has rated")
    void whoeverIsRatedKeepsTheirAddress(int rating) {
        Company company = companies.add();
        Person victim = companies.member(company, "active");
        people.set(victim, "network_rating = " + rating);

        requireKept(company, victim);
    }

    @Test
    @DisplayName("R33 no company changes the address of an operator of the platform")
    void anOperatorKeepsTheirAddress() {
        Company company = companies.add();
        Person victim = operator(company);

        requireKept(company, victim);
    }

    @Test
    @DisplayName("R33 of several companies that wait for one person none has their account sent to another address")
    void whoeverIsAwaitedElsewhereKeepsTheirAddress() {
        Company evil = companies.add();
        Invited invited = Invited.stranger(evil.id());
        Invited.of(companies.add().id(), invited.email(), 2);

        requireKept(evil, new Person(invited.id(), invited.email()));

        DirectoryCalls.put(evil.admin(), invited.id(), "", Map.of("employee_id", "E1"))
                .statusCode(200)
                .body("employee_id", equalTo("E1"));
    }

    @Test
    void aPendingAdministratorOfTheNetworkKeepsTheirAddress() {
        Company evil = companies.add();
        Invited invited = Invited.stranger(evil.id());
        Person victim = new Person(invited.id(), invited.email());
        people.set(victim, "network_rating = 12");

        requireKept(evil, victim);
    }

    @Test
    @DisplayName("R33 a company changes nothing that is an operator's or a supervisor's own, only their membership")
    void thePowerfulAreNotRenamed() {
        Company company = companies.add();
        Person operator = operator(company);
        Person supervisor = companies.member(company, "active");
        people.set(supervisor, "network_rating = 11");

        for (Person person : List.of(operator, supervisor)) {
            Map<String, Object> read = company.admin()
                    .request()
                    .get("/user/" + person.id())
                    .jsonPath()
                    .getMap("");
            DirectoryCalls.put(company.admin(), person.id(), "", Map.of("name", "Mallory", "employee_id", "E1"))
                    .statusCode(409)
                    .body("code", equalTo("CONFLICT"));
            DirectoryCalls.put(company.admin(), person.id(), "/license-types", List.of("ATPL"))
                    .statusCode(409);
            DirectoryCalls.put(company.admin(), person.id(), "", read)
                    .statusCode(200)
                    .body("employee_id", equalTo(null))
                    .body("name", equalTo("Ada Example"));
            DirectoryCalls.put(company.admin(), person.id(), "", Map.of("employee_id", "E1"))
                    .statusCode(200)
                    .body("employee_id", equalTo("E1"));
        }
    }

    @Test
    @DisplayName("R33 an address that a company offered is not confirmed once the person belongs to another one")
    void anOfferEndsWhenThePersonJoinsAnotherCompany() {
        Company evil = companies.add();
        Person victim = companies.member(evil, "active");
        String wanted = DirectoryCalls.newAddress();
        DirectoryCalls.put(evil.admin(), victim.id(), "", Map.of("email", wanted))
                .statusCode(200);
        String link = MailTestResource.server().awaitOnly(wanted).link();
        RestAssured.get(link).then().statusCode(200);

        companies.join(companies.add(), victim, "pending");

        RestAssured.get(link).then().statusCode(404);
        RestAssured.post(link).then().statusCode(404);
        assertThat(people.row(victim).getString("email")).isEqualTo(victim.email());
    }

    @Test
    @DisplayName("R33 of an invitation elsewhere and a change of address at the same moment one finds the other done")
    void aPersonWhoIsInvitedMeanwhileKeepsTheirAddress() {
        for (int round = 0; round < 8; round++) {
            Company evil = companies.add();
            Company other = companies.add();
            Invited invited = Invited.stranger(evil.id());

            List<Integer> statuses = Race.of(
                    2,
                    i -> i == 0
                            ? move(evil, invited.id(), DirectoryCalls.newAddress())
                                    .statusCode()
                            : Invited.ask(other.id(), invited.email()).extract().statusCode());

            boolean moved =
                    !people.row(new Person(invited.id(), "")).getString("email").equals(invited.email());
            long elsewhere = Statements.number(
                    "select count(*) from company_users where user_id = $1 and org_id = $2", invited.id(), other.id());
            assertThat(statuses.get(1)).isEqualTo(200);
            assertThat(statuses.get(0)).isEqualTo(moved ? 200 : 409);
            assertThat(elsewhere).isEqualTo(moved ? 0 : 1);
        }
    }

    @Test
    @DisplayName("R33 of an activation and a change of address at the same moment one finds the other done")
    void aPersonWhoActivatesMeanwhileKeepsTheirAddress() {
        for (int round = 0; round < 5; round++) {
            Company company = companies.add();
            Invited invited = Invited.stranger(company.id());

            List<Integer> statuses = Race.of(
                    2,
                    i -> i == 0
                            ? move(company, invited.id(), DirectoryCalls.newAddress())
                                    .statusCode()
                            : RestAssured.given()
                                    .contentType("application/json")
                                    .body(Map.of("password", "acht blaue Reiher unter der Brücke"))
                                    .post("/activate/" + invited.ticket())
                                    .statusCode());

            boolean kept =
                    people.row(new Person(invited.id(), "")).getString("email").equals(invited.email());
            assertThat(statuses.get(1)).isEqualTo(kept ? 200 : 404);
            assertThat(statuses.get(0)).isIn(200, 409);
        }
    }

    private Person operator(Company company) {
        Person person = companies.member(company, "active");
        Statements.run("update company_users set permissions = '{keaz}' where user_id = $1", person.id());
        return person;
    }

    private void requireKept(Company company, Person victim) {
        move(company, victim.id(), DirectoryCalls.newAddress())
                .then()
                .statusCode(409)
                .body("code", equalTo("CONFLICT"));

        assertThat(people.row(victim).getString("email")).isEqualTo(victim.email());
        assertThat(people.row(victim).getString("pending_email")).isNull();
        assertThat(Statements.number(
                        "select count(*) from tickets where user_id = $1 and kind = 'email_confirmation'", victim.id()))
                .isZero();
    }

    private static Response move(Company company, long id, String wanted) {
        return DirectoryCalls.put(company.admin(), id, "", Map.of("email", wanted))
                .extract()
                .response();
    }
}

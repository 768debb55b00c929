package dev.muster.identity.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import dev.muster.identity.Companies;
import dev.muster.identity.Companies.Company;
import dev.muster.identity.IdentityTest;
import dev.muster.identity.Invited;
import dev.muster.identity.People;
import dev.muster.identity.People.Person;
import dev.muster.identity.company.MembershipNews;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What a company learns by inviting the address of somebody who has an account: nothing but what it said itself. */
@IdentityTest
class UnacceptedInvitationTest {

    private static final String SECRET = "Zebedee";

    @Inject
    Companies companies;

    @Inject
    People people;

    private Company company;
    private Person person;
    private Invited invited;

    @BeforeEach
    void aCompanyInvitesSomebodyWhoHasAnAccount() {
        company = companies.add();
        person = people.add();
        people.set(
                person,
                "first_name = '" + SECRET
                        + "', contact_number = '+41 1', license_number = 'L-1', license_type = 'ATPL',"
                        + " license_expiry_month = 2, license_expiry_year = 2031, license_country = 'CH',"
                        + " license_types = '{ATPL}', activated_via_company_id = '77'");
        invited = Invited.of(company.id(), person.email(), 1);
    }

    @Test
    @DisplayName("R33 a company sees of whom it has invited the address and what it gave them, and nothing personal")
    void nothingPersonalIsShown() {
        Map<String, Object> shown = read().jsonPath().getMap("");

        assertThat(shown)
                .containsEntry("id", "" + person.id())
                .containsEntry("email", person.email())
                .containsEntry("status", "pending")
                .containsEntry("perms", List.of("members.read"))
                .containsEntry("license-types", List.of())
                .containsEntry("location", "/user/" + person.id());
        assertThat(shown)
                .extractingByKeys("name", "contact_number", "license_number", "license_type")
                .containsOnlyNulls();
        assertThat(shown)
                .extractingByKeys("license_expiry_month", "license_expiry_year", "license_country", "date_created")
                .containsOnlyNulls();
        assertThat(shown.get("activated-via-company-id")).isNull();
        company.admin()
                .request()
                .get("/users")
                .then()
                .body("email", contains(person.email()))
                .body("name", contains((Object) null));
        assertThat(company.admin()
                        .request()
                        .queryParam("email", person.email())
                        .get("/user/byemail")
                        .jsonPath()
                        .getString("name"))
                .isNull();
        company.admin()
                .request()
                .get("/user/" + person.id() + "/license-types")
                .then()
                .statusCode(200)
                .body("", empty());
        assertThat(company.admin()
                        .request()
                        .get("/export/users")
                        .asString()
                        .lines()
                        .skip(1))
                .containsExactly("," + person.email() + ",,,,,,,,,,members.read,,");
    }

    @Test
    @DisplayName("R33 a search finds whom a company has invited by the address and never by the name")
    void theNameIsNotSearched() {
        String start = "zebedee-" + UUID.randomUUID();
        people.set(person, "first_name = '" + start + "'");

        Response byName = company.admin().request().get("/users?limit=1&search=" + start);

        byName.then().statusCode(200).body("", empty());
        assertThat(byName.header("Link")).isNull();
        company.admin()
                .request()
                .queryParam("search", person.email())
                .get("/users")
                .then()
                .body("id", contains("" + person.id()));
    }

    @Test
    @DisplayName("R33 a look-up by address does not find whom a company has only invited")
    void theAccountIsNotFound() {
        company.admin()
                .request()
                .get("/users/email/" + person.email())
                .then()
                .statusCode(404)
                .body("code", equalTo("USER_NOT_FOUND"));
    }

    @Test
    @DisplayName("R33 a company changes of whom it has invited the membership and nothing else")
    void onlyTheMembershipChanges() {
        String before = people.row(person).toJson().encode();
        for (Map<String, ?> wanted : List.of(
                Map.of("name", "Defaced"),
                Map.of("license_number", "X1", "employee_id", "E1"),
                Map.of("email", DirectoryCalls.newAddress()),
                Map.of("license-types", List.of("PPL")))) {
            DirectoryCalls.put(company.admin(), person.id(), "", wanted)
                    .statusCode(409)
                    .body("code", equalTo("CONFLICT"));
        }
        DirectoryCalls.put(company.admin(), person.id(), "/license-types", List.of("PPL"))
                .statusCode(409);
        assertThat(read().jsonPath().getString("employee_id")).isNull();

        Map<String, Object> sentBack = read().jsonPath().getMap("");
        sentBack.put("employee_id", "E1");
        DirectoryCalls.put(company.admin(), person.id(), "", sentBack)
                .statusCode(200)
                .body("employee_id", equalTo("E1"))
                .body("name", equalTo(null));
        assertThat(people.row(person).toJson().encode()).isEqualTo(before);
    }

    @Test
    @DisplayName("R33 taking an invitation back shows a company no more than the invitation did")
    void aRevokedInvitationShowsNothingEither() {
        MembershipNews.tell(company.id(), person.id(), 9, "inactive").statusCode(204);

        assertThat(read().jsonPath().getString("name")).isNull();
        assertThat(company.admin().request().get("/users?inactive").asString()).doesNotContain(SECRET);
        company.admin().request().get("/users?inactive&search=" + SECRET).then().body("", empty());
        DirectoryCalls.put(company.admin(), person.id(), "", Map.of("name", "Defaced"))
                .statusCode(409);
    }

    @Test
    void whoeverAcceptsIsShownAlsoWhenTheyHaveLeft() {
        RestAssured.post(invited.mail().link()).then().statusCode(200);

        assertThat(read().jsonPath().getString("name")).isEqualTo(SECRET + " Example");
        company.admin().request().get("/users?search=" + SECRET).then().body("id", contains("" + person.id()));

        MembershipNews.tell(company.id(), person.id(), 9, "inactive").statusCode(204);
        assertThat(read().jsonPath().getString("name")).isEqualTo(SECRET + " Example");
    }

    @Test
    void whoeverHasNoAccountButForTheInvitationIsTheCompanysToDescribe() {
        Invited stranger = Invited.stranger(company.id());

        DirectoryCalls.put(company.admin(), stranger.id(), "", Map.of("name", "Joe Bloggs"))
                .statusCode(200)
                .body("name", equalTo("Joe Bloggs"))
                .body("date_created", notNullValue());

        company.admin()
                .request()
                .get("/users")
                .then()
                .body("name", not(empty()))
                .body("name", contains(null, "Joe Bloggs"));
    }

    private Response read() {
        Response read = company.admin().request().get("/user/" + person.id());
        read.then().statusCode(200);
        return read;
    }
}

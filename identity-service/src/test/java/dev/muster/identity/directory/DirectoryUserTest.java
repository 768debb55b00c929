package dev.muster.identity.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import dev.muster.identity.Companies;
import dev.muster.identity.Companies.Company;
import dev.muster.identity.IdentityTest;
import dev.muster.identity.PeersTestResource;
import dev.muster.identity.People;
import dev.muster.identity.People.Person;
import dev.muster.identity.mail.MailTestResource;
import dev.muster.testkit.access.SignedIn;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@IdentityTest
class DirectoryUserTest {

    @Inject
    Companies companies;

    @Inject
    People people;

    @Test
    @DisplayName("R33 a user of another company is not found and not changed, by whatever path")
    void anotherCompanysUserIsNotFound() {
        Person foreign = companies.member(companies.add(), "active");
        SignedIn admin = companies.add().admin();
        String before = people.row(foreign).toJson().encode();

        List<Integer> statuses = List.of(
                admin.request().get("/user/" + foreign.id()).statusCode(),
                DirectoryCalls.put(admin, foreign.id(), "", Map.of("name", "Mallory"))
                        .extract()
                        .statusCode(),
                admin.request().delete("/user/" + foreign.id()).statusCode(),
                admin.request().get("/user/" + foreign.id() + "/perms").statusCode(),
                DirectoryCalls.put(admin, foreign.id(), "/perms", List.of())
                        .extract()
                        .statusCode(),
                admin.request().get("/user/" + foreign.id() + "/license-types").statusCode(),
                DirectoryCalls.put(admin, foreign.id(), "/license-types", List.of())
                        .extract()
                        .statusCode(),
                admin.request().post("/user/" + foreign.id() + "/resend").statusCode(),
                admin.request()
                        .queryParam("email", foreign.email())
                        .get("/user/byemail")
                        .statusCode());

        assertThat(statuses).containsOnly(404);
        assertThat(people.row(foreign).toJson().encode()).isEqualTo(before);
    }

    @Test
    void aMemberReadsThemselvesAndNobodyElse() {
        Company company = companies.add();
        Person person = companies.member(company, "active");
        Person other = companies.member(company, "active");
        SignedIn member = SignedIn.pilot(person.id(), company.id());

        member.request().get("/user/" + person.id()).then().statusCode(200).body("email", equalTo(person.email()));
        member.request()
                .get("/user/" + person.id() + "/perms")
                .then()
                .statusCode(200)
                .body("", empty());
        member.request().get("/user/" + other.id()).then().statusCode(403);
        member.request().get("/users").then().statusCode(403);
        DirectoryCalls.put(member, person.id(), "", Map.of("name", "Me")).statusCode(403);
    }

    @Test
    void fieldsOfBothServicesChangeTogether() {
        Company company = companies.add();
        Person person = companies.member(company, "active");

        DirectoryCalls.put(
                        company.admin(),
                        person.id(),
                        "",
                        Map.of("name", "New Name", "employee_id", "E9", "license_type", "B"))
                .statusCode(200)
                .body("name", equalTo("New Name"))
                .body("employee_id", equalTo("E9"))
                .body("license_type", equalTo("B"));

        company.admin()
                .request()
                .get("/user/" + person.id())
                .then()
                .body("name", equalTo("New Name"))
                .body("employee_id", equalTo("E9"));
        company.admin().request().get("/users?search=new n").then().body("id", contains("" + person.id()));
    }

    @Test
    void aSubmittedPasswordIsPassedOver() {
        Company company = companies.add();
        Person person = companies.member(company, "active");

        DirectoryCalls.put(
                        company.admin(), person.id(), "", Map.of("name", "Ada", "password", "taken over by the admin"))
                .statusCode(200);

        assertThat(people.hashOf(person)).isEqualTo(People.HASH);
    }

    @Test
    void whatWasReadMayBeSentBack() {
        Company company = companies.add();
        Person person = companies.member(company, "active");
        Map<String, Object> read =
                company.admin().request().get("/user/" + person.id()).jsonPath().getMap("");

        DirectoryCalls.put(company.admin(), person.id(), "", read).statusCode(200);
        Map<String, Object> other = new HashMap<>(read);
        other.put("status", "inactive");
        DirectoryCalls.put(company.admin(), person.id(), "", other)
                .statusCode(400)
                .body("errors.pointer", contains("/status"));
    }

    @Test
    void anAddressIsNotTakenAway() {
        Company company = companies.add();
        Person active = companies.member(company, "active");
        Map<String, Object> without = new HashMap<>();
        without.put("email", null);
        without.put("name", "Someone Else");

        DirectoryCalls.put(company.admin(), active.id(), "", without)
                .statusCode(400)
                .body("errors.pointer", contains("/email"))
                .body("errors.code", contains("required"));

        assertThat(people.row(active).getString("email")).isEqualTo(active.email());
        assertThat(people.row(active).getString("first_name")).isEqualTo("Ada");
    }

    @Test
    void anActiveUsersAddressChangesOnlyWithTheirConsent() {
        Company company = companies.add();
        Person person = companies.member(company, "active");
        String wanted = DirectoryCalls.newAddress();

        DirectoryCalls.put(company.admin(), person.id(), "", Map.of("email", wanted))
                .statusCode(200)
                .body("email", equalTo(person.email()));

        assertThat(MailTestResource.server().awaitOnly(wanted).link()).startsWith("/pages/email-confirmation/");
        assertThat(MailTestResource.server().awaitOnly(person.email()).link()).startsWith("/pages/email-undo/");
    }

    @Test
    void anAddressTooManyChangesNothingElseEither() {
        Company company = companies.add();
        Person person = companies.member(company, "active");
        for (int i = 0; i < 10; i++) {
            DirectoryCalls.put(company.admin(), person.id(), "", Map.of("email", DirectoryCalls.newAddress()))
                    .statusCode(200);
        }

        DirectoryCalls.put(
                        company.admin(),
                        person.id(),
                        "",
                        Map.of("email", DirectoryCalls.newAddress(), "employee_id", "E-11", "name", "Another Name"))
                .statusCode(429);

        company.admin()
                .request()
                .get("/user/" + person.id())
                .then()
                .body("employee_id", not(equalTo("E-11")))
                .body("name", not(equalTo("Another Name")));
    }

    @Test
    void aPendingUsersAddressChangesAtOnceAndTheOldTicketIsVoid() {
        Company company = companies.add();
        String old = DirectoryCalls.newAddress();
        String id = DirectoryCalls.create(company, Map.of("name", "Joe", "email", old))
                .extract()
                .path("id");
        String ticket = id + "." + MailTestResource.server().awaitOnly(old).secret();
        String wanted = DirectoryCalls.newAddress();

        DirectoryCalls.put(company.admin(), Long.parseLong(id), "", Map.of("email", wanted))
                .statusCode(200)
                .body("email", equalTo(wanted));

        assertThat(MailTestResource.server().awaitOnly(wanted).link()).startsWith("/pages/activation/" + id);
        company.admin().request().get("/activate/" + ticket).then().statusCode(404);
    }

    @Test
    void aUserWithoutANameMayBeSentBackAsTheyWereRead() {
        Company company = companies.add();
        Map<String, Object> created = DirectoryCalls.create(company, Map.of("email", DirectoryCalls.newAddress()))
                .body("name", nullValue())
                .extract()
                .jsonPath()
                .getMap("");

        DirectoryCalls.put(company.admin(), Long.parseLong(created.get("id").toString()), "", created)
                .statusCode(200)
                .body("name", nullValue());
    }

    @Test
    void aPendingUserDoesNotGetSomebodyElsesAddress() {
        Company company = companies.add();
        Person holder = people.add();
        String id = DirectoryCalls.create(company, Map.of("name", "Joe", "email", DirectoryCalls.newAddress()))
                .extract()
                .path("id");

        DirectoryCalls.put(
                        company.admin(), Long.parseLong(id), "", Map.of("email", holder.email(), "employee_id", "E1"))
                .statusCode(409)
                .body("code", equalTo("EMAIL_TAKEN"));

        company.admin().request().get("/user/" + id).then().body("employee_id", nullValue());
    }

    @Test
    void aRemovedUserIsInactive() {
        Company company = companies.add();
        Person person = companies.member(company, "active");

        company.admin().request().delete("/user/" + person.id()).then().statusCode(204);

        assertThat(PeersTestResource.organizations()
                        .member(company.id(), person.id())
                        .getString("status"))
                .isEqualTo("inactive");
    }

    @Test
    @DisplayName("R35 the last owner stays")
    void theLastOwnerStays() {
        Company company = companies.add();
        Person owner = companies.member(company, "active");
        String path = "/internal/organizations/" + company.id() + "/members/" + owner.id();
        PeersTestResource.organizations().refuse("DELETE", path, 409, "LAST_OWNER", "The last owner stays");

        company.admin()
                .request()
                .delete("/user/" + owner.id())
                .then()
                .statusCode(409)
                .body("code", equalTo("LAST_OWNER"));
    }

    @Test
    void anotherMailVoidsTheTicketOfTheFirst() {
        Company company = companies.add();
        String email = DirectoryCalls.newAddress();
        String id = DirectoryCalls.create(company, Map.of("name", "Joe", "email", email))
                .extract()
                .path("id");
        String first = MailTestResource.server().awaitOnly(email).secret();

        company.admin().request().post("/user/" + id + "/resend").then().statusCode(200);

        String second = MailTestResource.server().await(email, 2).secret();
        company.admin().request().get("/activate/" + id + "." + first).then().statusCode(404);
        company.admin().request().get("/activate/" + id + "." + second).then().statusCode(200);
    }

    @Test
    void onlyAPendingUserGetsAnotherMail() {
        Company company = companies.add();
        Person person = companies.member(company, "active");

        company.admin()
                .request()
                .post("/user/" + person.id() + "/resend")
                .then()
                .statusCode(409)
                .body("code", equalTo("NOT_PENDING"));
    }

    @Test
    void aUserIsFoundByAddressInItsOwnCompanyOnly() {
        Company company = companies.add();
        Person person = companies.member(company, "active");
        String id = "" + person.id();

        company.admin()
                .request()
                .queryParam("email", person.email().toUpperCase(Locale.ROOT))
                .get("/user/byemail")
                .then()
                .statusCode(200)
                .body("id", equalTo(id));
        company.admin()
                .request()
                .contentType("application/json")
                .body(Map.of("email", person.email()))
                .post("/user/byemail")
                .then()
                .statusCode(200)
                .body("id", equalTo(id));
        company.admin()
                .request()
                .queryParam("email", DirectoryCalls.newAddress())
                .get("/user/byemail")
                .then()
                .statusCode(404);
        company.admin().request().get("/user/byemail").then().statusCode(400);
    }
}

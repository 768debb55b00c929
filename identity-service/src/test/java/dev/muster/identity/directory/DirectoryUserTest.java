package dev.muster.identity.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.muster.identity.Companies;
import dev.muster.identity.Companies.Company;
import dev.muster.identity.IdentityTest;
import dev.muster.identity.PeersTestResource;
import dev.muster.identity.People;
import dev.muster.identity.People.Person;
import dev.muster.identity.mail.MailTestResource;
import dev.muster.testkit.access.SignedIn;
import dev.muster.testkit.postgres.Statements;
import dev.muster.testkit.race.Race;
import dev.muster.testkit.time.Eventually;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@IdentityTest
class DirectoryUserTest {

    @Inject
    Companies companies;

    @Inject
    People people;

    @Test
    void aNewUserIsPendingAndGetsAMail() {
        Company company = companies.add();
        String email = newAddress();
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

        String id = create(company, wanted)
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

        ValidatableResponse answer = create(company, Map.of("name", "Ann", "email", newAddress()));

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
        Map<String, Object> wanted = new HashMap<>(Map.of("name", "Joe", "email", newAddress()));
        wanted.put(field, value);

        create(company, wanted).statusCode(400).body("errors.pointer", contains("/" + field));
    }

    @Test
    void allThatIsWrongIsNamedAtOnce() {
        create(
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
        String email = newAddress();

        List<Integer> statuses = Race.of(
                16,
                i -> create(company, Map.of("name", "Joe", "email", email))
                        .extract()
                        .statusCode());

        assertThat(Collections.frequency(statuses, 201)).isOne();
        assertThat(Collections.frequency(statuses, 409)).isEqualTo(15);
    }

    @Test
    @DisplayName("R33 a user of another company is not found and not changed, by whatever path")
    void anotherCompanysUserIsNotFound() {
        Person foreign = companies.member(companies.add(), "active");
        SignedIn admin = companies.add().admin();
        String before = people.row(foreign).toJson().encode();

        List<Integer> statuses = List.of(
                admin.request().get("/user/" + foreign.id()).statusCode(),
                put(admin, foreign.id(), "", Map.of("name", "Mallory"))
                        .extract()
                        .statusCode(),
                admin.request().delete("/user/" + foreign.id()).statusCode(),
                admin.request().get("/user/" + foreign.id() + "/perms").statusCode(),
                put(admin, foreign.id(), "/perms", List.of()).extract().statusCode(),
                admin.request().get("/user/" + foreign.id() + "/license-types").statusCode(),
                put(admin, foreign.id(), "/license-types", List.of()).extract().statusCode(),
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
        put(member, person.id(), "", Map.of("name", "Me")).statusCode(403);
    }

    @Test
    void fieldsOfBothServicesChangeTogether() {
        Company company = companies.add();
        Person person = companies.member(company, "active");

        put(company.admin(), person.id(), "", Map.of("name", "New Name", "employee_id", "E9", "license_type", "B"))
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

        put(company.admin(), person.id(), "", Map.of("name", "Ada", "password", "taken over by the admin"))
                .statusCode(200);

        assertThat(people.hashOf(person)).isEqualTo(People.HASH);
    }

    @Test
    void whatWasReadMayBeSentBack() {
        Company company = companies.add();
        Person person = companies.member(company, "active");
        Map<String, Object> read =
                company.admin().request().get("/user/" + person.id()).jsonPath().getMap("");

        put(company.admin(), person.id(), "", read).statusCode(200);
        Map<String, Object> other = new HashMap<>(read);
        other.put("status", "inactive");
        put(company.admin(), person.id(), "", other).statusCode(400).body("errors.pointer", contains("/status"));
    }

    @Test
    void anActiveUsersAddressChangesOnlyWithTheirConsent() {
        Company company = companies.add();
        Person person = companies.member(company, "active");
        String wanted = newAddress();

        put(company.admin(), person.id(), "", Map.of("email", wanted))
                .statusCode(200)
                .body("email", equalTo(person.email()));

        assertThat(MailTestResource.server().awaitOnly(wanted).link()).startsWith("/pages/email-confirmation/");
        assertThat(MailTestResource.server().awaitOnly(person.email()).link()).startsWith("/pages/email-undo/");
    }

    @Test
    void aPendingUsersAddressChangesAtOnceAndTheOldTicketIsVoid() {
        Company company = companies.add();
        String old = newAddress();
        String id =
                create(company, Map.of("name", "Joe", "email", old)).extract().path("id");
        String ticket = id + "." + MailTestResource.server().awaitOnly(old).secret();
        String wanted = newAddress();

        put(company.admin(), Long.parseLong(id), "", Map.of("email", wanted))
                .statusCode(200)
                .body("email", equalTo(wanted));

        assertThat(MailTestResource.server().awaitOnly(wanted).link()).startsWith("/pages/activation/" + id);
        company.admin().request().get("/activate/" + ticket).then().statusCode(404);
    }

    @Test
    void aPendingUserDoesNotGetSomebodyElsesAddress() {
        Company company = companies.add();
        Person holder = people.add();
        String id = create(company, Map.of("name", "Joe", "email", newAddress()))
                .extract()
                .path("id");

        put(company.admin(), Long.parseLong(id), "", Map.of("email", holder.email(), "employee_id", "E1"))
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
        String email = newAddress();
        String id =
                create(company, Map.of("name", "Joe", "email", email)).extract().path("id");
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
                .queryParam("email", person.email().toUpperCase(java.util.Locale.ROOT))
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
                .queryParam("email", newAddress())
                .get("/user/byemail")
                .then()
                .statusCode(404);
        company.admin().request().get("/user/byemail").then().statusCode(400);
    }

    @Test
    @DisplayName("R44 a user made while org-service is away is taken in when it is back")
    void aUserMadeWhileOrgServiceIsAwayIsTakenIn() {
        Company company = companies.add();
        company.admin().request().get("/users").then().statusCode(200);
        String email = newAddress();
        PeersTestResource.organizations().goAway();
        try {
            create(company, Map.of("name", "Joe", "email", email)).statusCode(201);
        } finally {
            PeersTestResource.organizations().comeBack();
        }

        long id = Statements.number("select id from users where email_key = $1", email);
        Eventually.holds(
                "org-service has taken the user in",
                () -> PeersTestResource.organizations().member(company.id(), id) != null);
    }

    private static ValidatableResponse create(Company company, Map<String, ?> body) {
        return company.admin()
                .request()
                .contentType("application/json")
                .body(body)
                .post("/user")
                .then();
    }

    private static ValidatableResponse put(SignedIn caller, long id, String path, Object body) {
        return caller.request()
                .contentType("application/json")
                .body(body)
                .put("/user/" + id + path)
                .then();
    }

    private static String newAddress() {
        return "new-" + UUID.randomUUID() + "@people.example";
    }
}

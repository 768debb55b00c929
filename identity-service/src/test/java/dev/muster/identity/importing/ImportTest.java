package dev.muster.identity.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import dev.muster.identity.Companies;
import dev.muster.identity.Companies.Company;
import dev.muster.identity.IdentityTest;
import dev.muster.identity.PeersTestResource;
import dev.muster.identity.People;
import dev.muster.identity.mail.MailTestResource;
import dev.muster.kit.access.Member;
import dev.muster.testkit.access.SignedIn;
import dev.muster.testkit.postgres.Statements;
import dev.muster.testkit.time.Eventually;
import io.restassured.path.json.JsonPath;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@IdentityTest
class ImportTest {

    @Inject
    Companies companies;

    @Inject
    People people;

    @Test
    void aRowMakesAPendingUserWhoGetsAMail() {
        Company company = companies.add();
        String email = Imported.address(Imported.unique(), 1);
        String file = "name,email,employee_id,contact_number,license_number,license_expiry_month,license_expiry_year,"
                + "license_type,license_country,cost-centre_id,activated-via-company-id,perms,license-types,branch_ids\n"
                + "Joe van Bloggs," + email + ",E7,'+61 2 5550 1234,L-1,06,2031,C,es,CC-9,77,members.read,C;MR,3;4\n";

        Imported.post(company, "", file)
                .then()
                .statusCode(200)
                .body("state", equalTo("done"))
                .body("rows_created", equalTo(1))
                .body("report", empty());

        String id = company.admin()
                .request()
                .queryParam("email", email)
                .get("/user/byemail")
                .then()
                .statusCode(200)
                .body("status", equalTo("pending"))
                .body("name", equalTo("Joe van Bloggs"))
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
                .extract()
                .jsonPath()
                .getString("id");
        String link = MailTestResource.server().awaitOnly(email).link();
        assertThat(link).startsWith("/pages/activation/" + id + "/");
        Eventually.holds(
                "org-service has taken the user in",
                () -> PeersTestResource.organizations().member(company.id(), Long.parseLong(id)) != null);
        JsonObject member = PeersTestResource.organizations().member(company.id(), Long.parseLong(id));
        assertThat(member.getString("status")).isEqualTo("pending");
        assertThat(member.getJsonArray("branchIds"))
                .isEqualTo(new JsonArray().add("3").add("4"));
    }

    @Test
    @DisplayName("R42 every rejected row is reported with its line, field, code and text")
    void everyRejectedRowIsReported() {
        Company company = companies.add();
        String unique = Imported.unique();
        String elsewhere = people.add().email();
        String file = "email,name,license_country\n"
                + Imported.address(unique, 1) + ",Good One,ES\n"
                + "nobody,Bad!,XX\n"
                + elsewhere + ",Taken Elsewhere,\n"
                + Imported.address(unique, 1).toUpperCase(Locale.ROOT) + ",Earlier In The File,\n"
                + Imported.address(unique, 2) + ",\"Good\nTwo\",\n"
                + Imported.address(unique, 3) + ",Good Three,\n";

        JsonPath job = Imported.post(company, "", file)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();

        assertThat(job.getInt("rows_read")).isEqualTo(6);
        assertThat(job.getInt("rows_created")).isEqualTo(2);
        assertThat(job.getInt("rows_failed")).isEqualTo(4);
        assertThat(job.getList("report.line", Integer.class)).containsExactly(3, 3, 3, 4, 5, 6);
        assertThat(job.getList("report.field", String.class))
                .containsExactly("name", "email", "license_country", "email", "email", "name");
        assertThat(job.getList("report.code", String.class))
                .containsExactly(
                        "invalid_value",
                        "invalid_value",
                        "invalid_value",
                        "EMAIL_TAKEN",
                        "EMAIL_TAKEN",
                        "invalid_value");
        assertThat(job.getString("report[3].detail")).isEqualTo(job.getString("report[4].detail"));
        company.admin()
                .request()
                .accept("text/csv")
                .get("/import/users/" + job.getString("id"))
                .then()
                .statusCode(200)
                .contentType(startsWith("text/csv"))
                .body(startsWith("line,field,code,detail"))
                .body(containsString("\n4,email,EMAIL_TAKEN,"));
    }

    @Test
    void whoIsInTheCompanyAlreadyIsSkipped() {
        Company company = companies.add();
        String active = companies.member(company, "active").email();
        String pending = companies.member(company, "pending").email();
        String inactive = companies.member(company, "inactive").email();

        Imported.post(company, "", "email\n" + active + "\n" + pending + "\n" + inactive + "\n")
                .then()
                .statusCode(200)
                .body("rows_skipped", equalTo(2))
                .body("rows_failed", equalTo(1))
                .body("report.line", contains(4));
    }

    @Test
    @DisplayName("R42 a dry run reports what an import would, and writes nobody")
    void aDryRunWritesNobody() {
        Company company = companies.add();
        String unique = Imported.unique();
        String file = Imported.file(unique, 3) + Imported.address(unique, 1) + ",Twice\n"
                + people.add().email() + ",Elsewhere\n" + "nobody,Nobody\n";

        JsonPath dry = Imported.post(company, "?dry_run", file)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        assertThat(Imported.users(company)).isZero();
        assertThat(Statements.number("select count(*) from users where email_key like $1", "%" + unique + "%"))
                .isZero();
        JsonPath real = Imported.post(company, "?dry_run=false", file).jsonPath();

        assertThat(dry.getBoolean("dry_run")).isTrue();
        assertThat(dry.getInt("rows_created")).isEqualTo(3);
        assertThat(dry.getList("report")).isEqualTo(real.getList("report")).hasSize(3);
        assertThat(Imported.users(company)).isEqualTo(3);
    }

    @Test
    @DisplayName("R42 an atomic import with one bad row takes in nobody and reports all bad rows")
    void anAtomicImportKeepsAllOrNone() {
        Company company = companies.add();
        String unique = Imported.unique();
        String good = Imported.file(unique, 2500);

        JsonPath refused = Imported.ended(
                company,
                Imported.post(
                        company,
                        "?mail=false&mode=atomic",
                        good + "nobody,Nobody\n" + Imported.address(unique, 7) + ",X\n"));
        assertThat(refused.getString("state")).isEqualTo("failed");
        assertThat(refused.getInt("rows_created")).isZero();
        assertThat(refused.getInt("rows_read")).isEqualTo(2502);
        assertThat(refused.getList("report.line")).isEqualTo(List.of(2502, 2503));
        assertThat(Imported.users(company)).isZero();

        JsonPath taken = Imported.ended(company, Imported.post(company, "?mail=false&mode=atomic", good));
        assertThat(taken.getString("state")).isEqualTo("done");
        assertThat(taken.getInt("rows_created")).isEqualTo(2500);
        assertThat(Imported.users(company)).isEqualTo(2500);
    }

    @Test
    @DisplayName("R42 a dry run of an atomic import ends as the import itself would")
    void aDryRunOfAnAtomicImportEndsAsTheImportWould() {
        Company company = companies.add();
        String good = Imported.file(Imported.unique(), 2);

        for (String bad : List.of("nobody,Nobody\n", "\"A\"x,", "")) {
            JsonPath dry = Imported.post(company, "?mail=false&mode=atomic&dry_run", good + bad)
                    .jsonPath();
            assertThat(Imported.users(company)).isZero();
            JsonPath real = Imported.post(company, "?mail=false&mode=atomic", good + bad)
                    .jsonPath();

            assertThat(dry.getString("state"))
                    .isEqualTo(real.getString("state"))
                    .isEqualTo(bad.isEmpty() ? "done" : "failed");
            assertThat(dry.getString("failure")).isEqualTo(real.getString("failure"));
            assertThat(dry.getInt("rows_created"))
                    .isEqualTo(real.getInt("rows_created"))
                    .isEqualTo(bad.isEmpty() ? 2 : 0);
            assertThat(dry.getList("report")).isEqualTo(real.getList("report"));
        }
    }

    @Test
    void aSpreadsheetsFileWithMarkAndSemicolonsIsRead() {
        Company company = companies.add();
        String unique = Imported.unique();

        Imported.post(company, "", "\uFEFFemail;name;branch_ids\r\n" + Imported.address(unique, 1) + ";Joe;\"1;2\"\r\n")
                .then()
                .statusCode(200)
                .body("rows_created", equalTo(1))
                .body("report", empty());
    }

    @Test
    void aColumnThatIsNotKnownIsRefusedAtOnce() {
        Company company = companies.add();

        Imported.post(company, "", "email,shoe_size\n" + Imported.address("x", 1) + ",9\n")
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/shoe_size"))
                .body("errors.code", contains("unknown_field"));
        Imported.post(company, "", "").then().statusCode(400);
        Imported.post(company, "?mode=some&dry_run=maybe", "email\n")
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/mode", "/dry_run"));
    }

    @Test
    void whatIsBeforeABrokenQuoteIsKept() {
        Company company = companies.add();

        Imported.post(company, "", Imported.file(Imported.unique(), 3) + "\"x\"y,z\n" + "never,reached\n")
                .then()
                .statusCode(200)
                .body("state", equalTo("failed"))
                .body("failure", containsString("behind row 3"))
                .body("rows_created", equalTo(3))
                .body("report.line", contains(5))
                .body("report.field", contains("email"))
                .body("report.code", contains("malformed_csv"))
                .body("report.detail", contains(containsString("nothing from here on")));
    }

    @Test
    void aFormCarriesAFileToo() {
        Company company = companies.add();
        byte[] file = Imported.file(Imported.unique(), 2).getBytes(StandardCharsets.UTF_8);

        company.admin()
                .request()
                .multiPart("file", "users.csv", file, "text/csv")
                .post("/import/users")
                .then()
                .statusCode(200)
                .body("rows_created", equalTo(2));
        company.admin()
                .request()
                .multiPart("other", "users.csv", file, "text/csv")
                .post("/import/users")
                .then()
                .statusCode(400);
    }

    @Test
    void anImportsMailsWaitInALineOfTheirOwn() {
        Company company = companies.add();
        String unique = Imported.unique();
        MailTestResource.server().goAway();
        try {
            Imported.post(company, "", Imported.file(unique, 3)).then().statusCode(200);

            assertThat(Statements.number(
                            "select count(*) from outbox where kind = 'mail.bulk' and payload like $1",
                            "%" + unique + "%"))
                    .isEqualTo(3);
            assertThat(Statements.number(
                            "select count(*) from outbox where kind = 'mail' and payload like $1", "%" + unique + "%"))
                    .isZero();
        } finally {
            MailTestResource.server().comeBack();
        }
        MailTestResource.server().await(Imported.address(unique, 1), 1);
    }

    @Test
    void withoutMailNobodyHasATicketUntilItIsSentAgain() {
        Company company = companies.add();
        String email = Imported.address(Imported.unique(), 1);

        Imported.post(company, "?mail=false", "email\n" + email + "\n").then().body("rows_created", equalTo(1));

        long id = Statements.number("select id from users where email_key = $1", email);
        assertThat(Statements.number("select count(*) from tickets where user_id = $1", id))
                .isZero();
        company.admin().request().post("/user/" + id + "/resend").then().statusCode(200);
        assertThat(MailTestResource.server().awaitOnly(email).link()).startsWith("/pages/activation/" + id);
    }

    @Test
    void anotherCompanysImportIsUnknownAndOnlyAdministratorsImport() {
        Company company = companies.add();
        Company other = companies.add();
        String path = "/import/users/"
                + Imported.post(company, "", Imported.file(Imported.unique(), 1))
                        .jsonPath()
                        .getString("id");
        SignedIn pilot = SignedIn.pilot(people.add().id(), company.id());

        for (String place : new String[] {path, path + "/events", "/import/users/nonsense"}) {
            other.admin().request().get(place).then().statusCode(404);
            pilot.request().get(place).then().statusCode(403);
        }
        other.admin().request().delete(path).then().statusCode(404);
        pilot.request().delete(path).then().statusCode(403);
        Imported.csv(pilot, "email\n").post("/import/users").then().statusCode(403);
        pilot.request().get("/export/users").then().statusCode(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"keaz", "swim"})
    void aPermissionThatIsNotTheCallersToGiveFailsItsRow(String permission) {
        Company company = companies.add();
        String unique = Imported.unique();

        Imported.post(company, "", "email,perms\n" + Imported.address(unique, 1) + ",admin;" + permission + "\n")
                .then()
                .statusCode(200)
                .body("rows_created", equalTo(0))
                .body("report.field", contains("perms"));
    }

    @Test
    void anOperatorWhoAdministersTheCompanyMayGiveTheirOwnPermission() {
        Company company = companies.add();
        Member operator = SignedIn.member(company.id(), 100, Set.of("keaz"));
        SignedIn caller = SignedIn.as(people.add().id(), operator, 1);
        String email = Imported.address(Imported.unique(), 1);

        Imported.csv(caller, "email,perms\n" + email + ",keaz\n")
                .post("/import/users")
                .then()
                .statusCode(200)
                .body("rows_created", equalTo(1));
    }
}

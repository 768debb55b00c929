package dev.muster.identity.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.startsWith;

import dev.muster.identity.Companies;
import dev.muster.identity.Companies.Company;
import dev.muster.identity.IdentityTest;
import dev.muster.testkit.postgres.Statements;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@IdentityTest
class ExportTest {

    @Inject
    Companies companies;

    @Test
    void anExportCanBeImportedAgain() {
        Company company = companies.add();
        String email = Imported.address(Imported.unique(), 1);
        Imported.post(
                        company,
                        "",
                        "name,email,employee_id,license-types,contact_number\nJoe Bloggs," + email
                                + ",\"'=1+1, or so\",C;MR,'+61 2\n")
                .then()
                .body("report", empty());
        companies.member(company, "inactive");

        Response export = company.admin().request().get("/export/users");

        export.then()
                .statusCode(200)
                .contentType(startsWith("text/csv"))
                .header("Content-Disposition", equalTo("attachment; filename=\"users.csv\""));
        assertThat(export.asString().lines().toList())
                .hasSize(2)
                .element(1)
                .isEqualTo("Joe Bloggs," + email + ",\"'=1+1, or so\",'+61 2,,,,,,,,,\"C;MR\",");
        Imported.post(company, "", export.asString())
                .then()
                .body("rows_skipped", equalTo(1))
                .body("report", empty());
        Imported.post(companies.add(), "", export.asString())
                .then()
                .body("report.code", hasItem("EMAIL_TAKEN"))
                .body("rows_failed", greaterThan(0));
    }

    @Test
    void noCellOfAnExportIsAFormulaAndItsImportMakesTheSamePeople() {
        Company company = companies.add();
        String email = Imported.address(Imported.unique(), 1);
        Map<String, Object> person = Map.of(
                "email",
                email,
                "contact_number",
                "x;=1+1",
                "employee_id",
                "\uFF1D1+1",
                "license_number",
                "'=1",
                "license-types",
                List.of("PPL", "=cmd|calc", "'@x"),
                "branch_ids",
                List.of("-1"));
        String id = company.admin()
                .request()
                .contentType("application/json")
                .body(person)
                .post("/user")
                .then()
                .statusCode(201)
                .extract()
                .path("id");

        String export = company.admin().request().get("/export/users").asString();

        assertThat(export)
                .contains("\"x;'=1+1\"")
                .contains("'\uFF1D1+1")
                .contains("''=1")
                .contains("\"PPL;'=cmd|calc;''@x\"")
                .contains("'-1");
        Company other = companies.add();
        Statements.run("update users set email = $2, email_key = $2 where id = $1", Long.valueOf(id), "old-" + email);
        Imported.post(other, "?mail=false", export).then().body("rows_created", equalTo(1));
        assertThat(other.admin().request().get("/export/users").asString()).isEqualTo(export);
    }

    @Test
    void anExportOfManyUsersHasThemAll() {
        Company company = companies.add();
        Imported.ended(company, Imported.post(company, "?mail=false", Imported.file(Imported.unique(), 2001)));

        String export = company.admin().request().get("/export/users").asString();

        assertThat(export.lines().skip(1).distinct()).hasSize(2001);
    }
}

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
import io.restassured.response.Response;
import jakarta.inject.Inject;
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
                .isEqualTo("Joe Bloggs," + email + ",\"'=1+1, or so\",'+61 2,,,,,,,,,C;MR,");
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
    void anExportOfManyUsersHasThemAll() {
        Company company = companies.add();
        Imported.ended(company, Imported.post(company, "?mail=false", Imported.file(Imported.unique(), 2001)));

        String export = company.admin().request().get("/export/users").asString();

        assertThat(export.lines().skip(1).distinct()).hasSize(2001);
    }
}

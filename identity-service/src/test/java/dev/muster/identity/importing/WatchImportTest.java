package dev.muster.identity.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import dev.muster.identity.Companies;
import dev.muster.identity.Companies.Company;
import dev.muster.identity.IdentityTest;
import dev.muster.testkit.time.Eventually;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

@IdentityTest
class WatchImportTest {

    @Inject
    Companies companies;

    @Test
    void moreThanAThousandRowsAreAnsweredWithThePlaceOfTheirReport() {
        Company company = companies.add();

        Response answer = Imported.post(company, "?mail=false", Imported.file(Imported.unique(), 1001));

        answer.then().statusCode(202).body("rows_total", equalTo(1001));
        assertThat(answer.header("Location"))
                .endsWith("/import/users/" + answer.jsonPath().getString("id"));
        JsonPath job = Imported.ended(company, answer);
        assertThat(job.getInt("rows_created")).isEqualTo(1001);
        assertThat(job.getInt("rows_per_second")).isPositive();
    }

    @Test
    void aLongReportIsReadPageByPage() {
        Company company = companies.add();
        String file = "email\n" + "nobody\n".repeat(1500);

        Response first = Imported.post(company, "", file);
        Imported.ended(company, first);
        Response page = company.admin()
                .request()
                .get("/import/users/" + first.jsonPath().getString("id"));

        assertThat(page.jsonPath().getList("report")).hasSize(1000);
        String next = page.header("Link").replaceAll("<(.*)>.*", "$1");
        company.admin()
                .request()
                .get(next)
                .then()
                .statusCode(200)
                .header("Link", nullValue())
                .body("report.size()", equalTo(500))
                .body("report[0].line", equalTo(1002));
        String csv = company.admin()
                .request()
                .accept("text/csv")
                .get("/import/users/" + first.jsonPath().getString("id"))
                .asString();
        assertThat(csv.lines()).hasSize(1501);
    }

    @Test
    void progressIsToldAsEventsUntilTheEnd() {
        Company company = companies.add();
        String id = Imported.post(company, "?mail=false", Imported.file(Imported.unique(), 3000))
                .jsonPath()
                .getString("id");

        company.admin()
                .request()
                .accept("text/event-stream")
                .get("/import/users/" + id + "/events")
                .then()
                .statusCode(200)
                .body(containsString("event:done"))
                .body(containsString("\"rows_created\":3000"))
                .body(not(containsString("\"report\"")));
    }

    @Test
    void aCancelledImportStopsAndStaysCancelled() {
        Company company = companies.add();
        String unique = Imported.unique();
        String path;
        try (HeldAddress held = HeldAddress.of(Imported.address(unique, 1500))) {
            path = "/import/users/"
                    + Imported.post(company, "?mail=false", Imported.file(unique, 3000))
                            .jsonPath()
                            .getString("id");
            held.awaitWanted();

            company.admin().request().delete(path).then().statusCode(204);
            company.admin().request().delete(path).then().statusCode(204);
        }

        Eventually.holds("the replica has noticed", () -> Imported.leftovers(company) == 0);
        company.admin().request().get(path).then().body("state", equalTo("cancelled"));
        assertThat(Imported.users(company)).isEqualTo(1000);
    }

    @Test
    void anImportThatHasEndedCannotBeCancelled() {
        Company company = companies.add();
        String id = Imported.post(company, "", Imported.file(Imported.unique(), 1))
                .jsonPath()
                .getString("id");

        company.admin().request().delete("/import/users/" + id).then().statusCode(409);
    }
}

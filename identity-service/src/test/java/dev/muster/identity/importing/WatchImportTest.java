package dev.muster.identity.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import dev.muster.identity.Companies;
import dev.muster.identity.Companies.Company;
import dev.muster.identity.IdentityTest;
import dev.muster.kit.access.LiveSession;
import dev.muster.testkit.access.SessionServiceTestResource;
import dev.muster.testkit.time.Eventually;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    @Timeout(60)
    void progressEndsWithTheReadersMembership(boolean closed) throws Exception {
        Company company = companies.add();
        String unique = Imported.unique();
        LiveSession reader = company.admin().session();
        try (HeldAddress held = HeldAddress.of(Imported.address(unique, 1500));
                Stream<String> lines = events(
                        company,
                        Imported.post(company, "?mail=false", Imported.file(unique, 2000))
                                .path("id"))) {
            held.awaitWanted();
            Iterator<String> events = lines.iterator();
            assertThat(events.next()).isEqualTo("event:progress");

            if (closed) {
                SessionServiceTestResource.sessions().close(reader.userId(), reader.id());
            } else {
                SessionServiceTestResource.sessions().change(withoutCompany(reader));
            }

            List<String> rest = new ArrayList<>();
            events.forEachRemaining(rest::add);
            assertThat(rest).doesNotContain("event:done");
        }
        Eventually.holds("the import has ended", () -> Imported.leftovers(company) == 0);
    }

    private static Stream<String> events(Company company, String id) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(RestAssured.baseURI + ":" + RestAssured.port + "/import/users/" + id + "/events"))
                .header("Authorization", "Bearer " + company.admin().token())
                .header("Accept", "text/event-stream")
                .build();
        return HttpClient.newHttpClient()
                .send(request, BodyHandlers.ofLines())
                .body()
                .filter(line -> line.startsWith("event:"));
    }

    private static LiveSession withoutCompany(LiveSession open) {
        return new LiveSession(
                open.id(),
                open.userId(),
                open.version() + 1,
                open.generation(),
                open.api(),
                open.secondFactor(),
                open.networkRating(),
                open.pilotRating(),
                open.expires(),
                null);
    }

    @Test
    void nothingButJsonAndCsvIsServed() {
        Company company = companies.add();
        String path = "/import/users/"
                + Imported.post(company, "", Imported.file(Imported.unique(), 1))
                        .path("id");

        company.admin().request().accept("text/html").get(path).then().statusCode(406);
        company.admin()
                .request()
                .accept("text/html, */*;q=0.1")
                .get(path)
                .then()
                .statusCode(200);
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

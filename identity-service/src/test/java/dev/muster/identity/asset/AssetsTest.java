package dev.muster.identity.asset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;

import dev.muster.identity.Companies;
import dev.muster.identity.Companies.Company;
import dev.muster.identity.IdentityTest;
import dev.muster.identity.People.Person;
import dev.muster.testkit.access.SignedIn;
import dev.muster.testkit.postgres.Statements;
import dev.muster.testkit.race.Race;
import io.restassured.response.ExtractableResponse;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@IdentityTest
class AssetsTest {

    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 1, 2, 3};
    private static final byte[] PDF = "%PDF-1.7 nothing".getBytes(StandardCharsets.US_ASCII);
    private static final int LARGEST = 5 * 1024 * 1024;

    @Inject
    Companies companies;

    @Test
    void aFileIsKeptReplacedDescribedAndDeleted() {
        Company company = companies.add();
        Person person = companies.member(company, "active");
        String path = "/user/" + person.id() + "/assets/licence-front";

        post(company.admin(), path, PNG, "image/png")
                .statusCode(201)
                .header("Location", endsWith(path))
                .body("tag", equalTo("licence-front"))
                .body("content_type", equalTo("image/png"))
                .body("size", equalTo(PNG.length))
                .body("location", equalTo(path));
        ExtractableResponse<Response> kept = post(company.admin(), path, PDF, "application/pdf")
                .statusCode(200)
                .body("content_type", equalTo("application/pdf"))
                .extract();
        company.admin()
                .request()
                .get("/user/" + person.id() + "/assets")
                .then()
                .statusCode(200)
                .body("tag", contains("licence-front"));
        company.admin()
                .request()
                .get(path + "?meta")
                .then()
                .body("size", equalTo(PDF.length))
                .body("sha256", equalTo(kept.path("sha256")))
                .body("date_created", equalTo(kept.path("date_created")));
        Response file = company.admin().request().get(path);
        assertThat(file.asByteArray()).isEqualTo(PDF);
        company.admin().request().delete(path).then().statusCode(204);
        company.admin().request().get(path).then().statusCode(404);
        company.admin().request().delete(path).then().statusCode(404);
    }

    @Test
    @DisplayName("A file is kept with two statements, new or in the place of another one")
    void aFileIsKeptWithTwoStatements() {
        Company company = companies.add();
        Person person = companies.member(company, "active");
        String path = "/user/" + person.id() + "/assets/photo";
        long before = statements();

        post(company.admin(), path, PNG, "image/png").statusCode(201);
        post(company.admin(), path, PDF, "application/pdf").statusCode(200);

        assertThat(statements() - before).isEqualTo(4);
    }

    private static long statements() {
        return Statements.calls("%assets%") + Statements.calls("%users%");
    }

    @Test
    @DisplayName("R43 a download has the type of its content and cannot run in a browser")
    void aDownloadCannotRun() {
        Company company = companies.add();
        Person person = companies.member(company, "active");
        String path = "/user/" + person.id() + "/assets/photo";
        post(company.admin(), path, PNG, "text/html").statusCode(201).body("content_type", equalTo("image/png"));

        Response file = company.admin().request().get(path);

        file.then()
                .statusCode(200)
                .header("Content-Type", equalTo("image/png"))
                .header("X-Content-Type-Options", equalTo("nosniff"))
                .header("Content-Security-Policy", containsString("sandbox"))
                .header("Content-Disposition", containsString("photo.png"));
        company.admin()
                .request()
                .header("If-None-Match", file.header("ETag"))
                .get(path)
                .then()
                .statusCode(304);
        company.admin()
                .request()
                .header("If-Match", file.header("ETag"))
                .get(path)
                .then()
                .statusCode(200);
        company.admin()
                .request()
                .header("If-Match", "\"another\"")
                .get(path)
                .then()
                .statusCode(412)
                .contentType("application/problem+json")
                .body("code", equalTo("PRECONDITION_FAILED"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"<html><script>alert(1)</script>", "<svg xmlns='http://www.w3.org/2000/svg'/>", "MZ", "x"})
    @DisplayName("R43 what is neither an image nor a PDF is refused, whatever it is called")
    void otherContentIsRefused(String content) {
        Company company = companies.add();
        Person person = companies.member(company, "active");

        post(
                        company.admin(),
                        "/user/" + person.id() + "/assets/photo",
                        content.getBytes(StandardCharsets.UTF_8),
                        "image/png")
                .statusCode(415);
    }

    @ParameterizedTest
    @CsvSource({"0, 201", "1, 413"})
    @DisplayName("R43 five mebibytes are accepted and one byte more is not")
    void aFileHasFiveMebibytesAtMost(int beyond, int status) {
        Company company = companies.add();
        Person person = companies.member(company, "active");
        byte[] file = Arrays.copyOf(PNG, LARGEST + beyond);

        post(company.admin(), "/user/" + person.id() + "/assets/photo", file, "image/png")
                .statusCode(status);
        company.admin()
                .request()
                .contentType("image/png")
                .body(new ByteArrayInputStream(file))
                .post("/user/" + person.id() + "/assets/scan")
                .then()
                .statusCode(status);
    }

    @Test
    void aFormCarriesAFileToo() {
        Company company = companies.add();
        Person person = companies.member(company, "active");

        company.admin()
                .request()
                .multiPart("file", "photo.png", PNG, "image/png")
                .post("/user/" + person.id() + "/assets/photo")
                .then()
                .statusCode(201)
                .body("size", equalTo(PNG.length));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-photo", ".hidden", "a b", "ä"})
    @DisplayName("R43 a tag that could be more than a name is refused")
    void oddTagsAreRefused(String tag) {
        Company company = companies.add();
        Person person = companies.member(company, "active");

        post(company.admin(), "/user/" + person.id() + "/assets/" + tag, PNG, "image/png")
                .statusCode(400);
    }

    @Test
    void aPersonHasAHundredFilesAtMostAlsoWhenTheyComeAtTheSameTime() {
        Company company = companies.add();
        Person person = companies.member(company, "active");
        String path = "/user/" + person.id() + "/assets/file-";
        Statements.run(
                "insert into assets (user_id, org_id, tag, content_type, size, sha256, content, created_at)"
                        + " select $1, $2, 'before-' || number, 'image/png', 1, sha256('x'), 'x', now()"
                        + " from generate_series(1, 98) number",
                person.id(),
                company.id());

        List<Integer> statuses = Race.of(
                16,
                i -> post(company.admin(), path + i, PNG, "image/png").extract().statusCode());

        assertThat(statuses).containsOnly(201, 409);
        assertThat(Collections.frequency(statuses, 201)).isEqualTo(2);
    }

    @Test
    @DisplayName("R33 another company's files are not found, and a tag is unique for one person in one company")
    void anotherCompanysFilesAreNotFound() {
        Company company = companies.add();
        Company other = companies.add();
        Person person = companies.member(company, "active");
        companies.join(other, person, "active");
        Person stranger = companies.member(other, "active");
        String path = "/user/" + person.id() + "/assets/photo";
        post(company.admin(), path, PNG, "image/png").statusCode(201);

        other.admin().request().get(path).then().statusCode(404);
        other.admin().request().delete(path).then().statusCode(404);
        other.admin().request().get("/user/" + person.id() + "/assets").then().body("", empty());
        post(company.admin(), "/user/" + stranger.id() + "/assets/photo", PNG, "image/png")
                .statusCode(404);
        company.admin().request().get(path).then().statusCode(200);
    }

    @Test
    void aMemberReadsTheirOwnFilesOnly() {
        Company company = companies.add();
        Person person = companies.member(company, "active");
        Person colleague = companies.member(company, "active");
        String path = "/user/" + person.id() + "/assets/photo";
        post(company.admin(), path, PNG, "image/png").statusCode(201);

        SignedIn.pilot(person.id(), company.id()).request().get(path).then().statusCode(200);
        SignedIn.pilot(colleague.id(), company.id()).request().get(path).then().statusCode(403);
        post(SignedIn.pilot(person.id(), company.id()), path, PDF, "application/pdf")
                .statusCode(403);
    }

    private static ValidatableResponse post(SignedIn caller, String path, byte[] body, String type) {
        return caller.request().contentType(type).body(body).post(path).then();
    }
}

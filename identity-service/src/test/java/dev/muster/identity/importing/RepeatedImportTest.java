package dev.muster.identity.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.muster.identity.Companies;
import dev.muster.identity.Companies.Company;
import dev.muster.identity.IdentityTest;
import dev.muster.testkit.postgres.Statements;
import dev.muster.testkit.race.Race;
import dev.muster.testkit.time.Eventually;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@IdentityTest
class RepeatedImportTest {

    @Inject
    Companies companies;

    @Test
    @DisplayName("R41 an import repeated under its key is answered like the first and done once")
    void aRepeatedImportIsDoneOnce() {
        Company company = companies.add();
        String file = Imported.file(Imported.unique(), 3);

        Response first = post(company, "key-1", "", file);
        Response again = post(company, "key-1", "", file);

        first.then().statusCode(200).body("rows_created", equalTo(3));
        again.then().statusCode(200);
        assertThat(again.asString()).isEqualTo(first.asString());
        assertThat(jobs(company)).isOne();
        assertThat(Imported.users(company)).isEqualTo(3);
    }

    @Test
    @DisplayName("R41 another file, or the same with other options, under a used key is refused")
    void anotherRequestUnderAUsedKeyIsRefused() {
        Company company = companies.add();
        String file = Imported.file(Imported.unique(), 3);
        post(company, "key-1", "?dry_run", file).then().statusCode(200);

        post(company, "key-1", "", file).then().statusCode(422).body("code", equalTo("IDEMPOTENCY_KEY_REUSED"));
        post(company, "key-1", "?dry_run", file + "x,y\n").then().statusCode(422);
        post(companies.add(), "key-1", "?dry_run", file).then().statusCode(200);
        post(company, "key-2", "?dry_run", file).then().statusCode(200);

        assertThat(Imported.users(company)).isZero();
        assertThat(jobs(company)).isEqualTo(2);
        Eventually.holds("nothing is left behind", () -> Imported.leftovers(company) == 0);
    }

    @Test
    @DisplayName("R41 of eight concurrent imports under one key there is one")
    void ofConcurrentImportsUnderOneKeyThereIsOne() {
        Company company = companies.add();
        String file = Imported.file(Imported.unique(), 50);

        List<String> answers = Race.of(
                8,
                i -> post(company, "key-1", "", file)
                        .then()
                        .statusCode(200)
                        .extract()
                        .asString());

        assertThat(answers).containsOnly(answers.get(0));
        assertThat(jobs(company)).isOne();
        assertThat(Imported.users(company)).isEqualTo(50);
    }

    @ParameterizedTest
    @ValueSource(strings = {"two words", "caf\u00e9"})
    void aKeyIsPrintableAscii(String key) {
        post(companies.add(), key, "", "email\n").then().statusCode(400);
    }

    @Test
    @DisplayName("R42 a file that breaks off leaves no job and nobody")
    void aFileThatBreaksOffLeavesNothing() throws IOException {
        Company company = companies.add();
        String file = Imported.file(Imported.unique(), 20_000);
        String head = "POST /import/users HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
                + company.admin().token() + "\r\nContent-Type: text/csv\r\nContent-Length: " + file.length()
                + "\r\n\r\n";

        Set<UUID> others = Imported.filesInPieces();
        try (Socket socket = new Socket("localhost", RestAssured.port)) {
            socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().write(file.substring(0, 600_000).getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().flush();
            Eventually.holds("pieces are stored", () -> !others.containsAll(Imported.filesInPieces()));
        }

        Eventually.holds("they are gone", () -> others.containsAll(Imported.filesInPieces()));
        assertThat(jobs(company)).isZero();
        assertThat(Imported.users(company)).isZero();
    }

    private static Response post(Company company, String key, String query, String file) {
        return Imported.csv(company.admin(), file)
                .header("Idempotency-Key", key)
                .post("/import/users" + query);
    }

    private static long jobs(Company company) {
        return Statements.number("select count(*) from import_jobs where org_id = $1", company.id());
    }
}

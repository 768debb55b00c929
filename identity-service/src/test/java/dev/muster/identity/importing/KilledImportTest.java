package dev.muster.identity.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.muster.identity.Companies;
import dev.muster.identity.Companies.Company;
import dev.muster.identity.IdentityTest;
import dev.muster.testkit.postgres.Statements;
import dev.muster.testkit.time.Eventually;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A worker loses its connection, its lease or its life in the middle of a batch; every row is taken exactly once. */
@IdentityTest
class KilledImportTest {

    @Inject
    Companies companies;

    @Inject
    ImportJobs jobs;

    @Inject
    RunImport runImport;

    @ParameterizedTest
    @ValueSource(strings = {"", "&mode=atomic"})
    @DisplayName("R42 an import whose connection is cut within a transaction goes on without loss or double")
    void aCutConnectionLosesAndDoublesNothing(String mode) {
        Company company = companies.add();
        String unique = Imported.unique();
        HeldAddress held = HeldAddress.of(Imported.address(unique, 1100));
        Response answer = Imported.post(company, "?mail=true" + mode, Imported.file(unique, 1200));
        held.awaitWanted();
        assertThat(Imported.users(company)).isEqualTo(mode.isEmpty() ? 1000 : 0);

        assertThat(cut()).isOne();
        held.close();

        requireEachOnce(company, Imported.ended(company, answer), 1200);
        assertThat(ofCompany(company, "tickets")).isEqualTo(1200);
    }

    @Test
    void anAtomicImportThatIsCancelledMadeNobody() {
        Company company = companies.add();
        String unique = Imported.unique();
        String path;
        try (HeldAddress held = HeldAddress.of(Imported.address(unique, 1500))) {
            path = "/import/users/"
                    + Imported.post(company, "?mail=false&mode=atomic", Imported.file(unique, 2000))
                            .jsonPath()
                            .getString("id");
            held.awaitWanted();
            company.admin().request().get(path).then().body("rows_created", equalTo(1000));

            company.admin().request().delete(path).then().statusCode(204);
        }

        company.admin()
                .request()
                .get(path)
                .then()
                .body("state", equalTo("cancelled"))
                .body("rows_created", equalTo(0));
        Eventually.holds("the replica has noticed", () -> Imported.leftovers(company) == 0);
        assertThat(Imported.users(company)).isZero();
    }

    @Test
    @DisplayName("R42 a replica whose lease ran out commits nothing more, and another one goes on")
    void aReplicaThatLostItsLeaseCommitsNothingMore() {
        Company company = companies.add();
        String unique = Imported.unique();
        HeldAddress held = HeldAddress.of(Imported.address(unique, 1500));
        Response answer = Imported.post(company, "?mail=false", Imported.file(unique, 3000));
        held.awaitWanted();
        UUID id = UUID.fromString(answer.jsonPath().getString("id"));

        Statements.run("update import_jobs set lease_until = now() - interval '1 second' where id = $1", id);
        ImportJob taken = jobs.claim(Long.MAX_VALUE).orElseThrow();
        assertThat(taken.id()).isEqualTo(id);
        assertThat(taken.progress().read()).isEqualTo(1000);
        CompletableFuture<Void> other = CompletableFuture.runAsync(() -> runImport.run(taken, () -> false));
        held.close();
        other.join();

        requireEachOnce(company, Imported.ended(company, answer), 3000);
    }

    @Test
    @DisplayName("R42 an import that is cut again and again ends with every row once")
    void anImportThatIsCutAgainAndAgainEnds() {
        Company company = companies.add();
        String unique = Imported.unique();
        HeldAddress held = HeldAddress.of(Imported.address(unique, 500));
        Response answer = Imported.post(company, "?mail=false", Imported.file(unique, 6000));

        for (int batch = 1; batch <= 5; batch++) {
            held.awaitWanted();
            HeldAddress next = HeldAddress.of(Imported.address(unique, 1000 * batch + 500));
            Eventually.holds("the import is cut", () -> cut() > 0);
            held.close();
            held = next;
        }
        held.close();

        requireEachOnce(company, Imported.ended(company, answer), 6000);
    }

    @Test
    @DisplayName("R42 a dry run that is cut goes on with what it knows of the file")
    void aDryRunThatIsCutStillSeesDoubles() {
        Company company = companies.add();
        String unique = Imported.unique();
        String file = Imported.file(unique, 20_000) + Imported.address(unique, 1) + ",Double\n";
        Response answer = Imported.post(company, "?dry_run", file);
        UUID id = UUID.fromString(answer.jsonPath().getString("id"));
        Eventually.holds(
                "a batch is committed",
                () -> Statements.number("select rows_read from import_jobs where id = $1", id) > 0);

        Statements.run("update import_jobs set attempt = attempt + 1, lease_until = now() where id = $1", id);

        JsonPath job = Imported.ended(company, answer);
        assertThat(job.getInt("rows_created")).isEqualTo(20_000);
        assertThat(job.getList("report.code")).isEqualTo(List.of("EMAIL_TAKEN"));
    }

    /** Ends the connection that waits for a held address; how many did. */
    private static long cut() {
        return Statements.number("select count(pg_terminate_backend(pid)) from pg_stat_activity where pid in ("
                + HeldAddress.WAITING + ")");
    }

    private static void requireEachOnce(Company company, JsonPath job, int rows) {
        assertThat(job.getString("state")).isEqualTo("done");
        assertThat(job.getInt("rows_read")).isEqualTo(rows);
        assertThat(job.getInt("rows_created")).isEqualTo(rows);
        assertThat(job.getList("report")).isEmpty();
        assertThat(Imported.users(company)).isEqualTo(rows);
        Eventually.holds(
                "all are ordered",
                () -> Imported.ordered(company).stream().distinct().count() == rows);
        Eventually.holds("nothing is left behind", () -> Imported.leftovers(company) == 0);
    }

    private static long ofCompany(Company company, String table) {
        return Statements.number(
                "select count(*) from " + table + " join company_users using (user_id) where org_id = $1",
                company.id());
    }
}

package dev.muster.identity.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.muster.identity.Companies;
import dev.muster.identity.Companies.Company;
import dev.muster.identity.IdentityTest;
import dev.muster.testkit.postgres.Statements;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@IdentityTest
class ForgetImportsTest {

    @Inject
    Companies companies;

    @Inject
    ForgetImports forgetImports;

    private final List<UUID> jobs = new ArrayList<>();

    @AfterEach
    void nothingIsLeftForOtherTests() {
        for (String table : List.of("import_chunks where job_id", "import_keys where job_id", "import_jobs where id")) {
            Statements.run("delete from " + table + " = any ($1)", (Object) jobs.toArray(UUID[]::new));
        }
    }

    @Test
    void aReportIsForgottenAfterSevenDaysAndNotBefore() {
        Company company = companies.add();
        UUID old = refusedRow(company, "old-key");
        UUID recent = refusedRow(company, "recent-key");
        finishedBefore(old, "7 days 1 minute");
        finishedBefore(recent, "6 days 23 hours");

        forgetImports.forgetOld();

        company.admin().request().get("/import/users/" + old).then().statusCode(404);
        assertThat(count("import_rejections", old)).isZero();
        company.admin()
                .request()
                .get("/import/users/" + recent)
                .then()
                .statusCode(200)
                .body("report.size()", equalTo(1));
    }

    @Test
    void theKeyOfAForgottenImportIsFree() {
        Company company = companies.add();
        UUID old = refusedRow(company, "key-1");
        post(company, "key-1", "email\nsomebody-else\n").then().statusCode(422);
        finishedBefore(old, "7 days 1 minute");

        forgetImports.forgetOld();

        post(company, "key-1", "email\nsomebody-else\n").then().statusCode(200).body("rows_failed", equalTo(1));
    }

    @Test
    void whatADeadReplicaLeftIsForgottenAndNothingElse() {
        UUID brokenOff = UUID.randomUUID();
        UUID arriving = UUID.randomUUID();
        UUID ended = job("done");
        UUID open = job("running");
        leave(brokenOff, "6 hours 1 minute");
        leave(arriving, "5 hours");
        leave(ended, "6 hours 1 minute");
        leave(open, "7 hours");

        forgetImports.forgetOld();

        assertThat(List.of(count("import_chunks", brokenOff), count("import_keys", brokenOff)))
                .containsOnly(0L);
        assertThat(List.of(count("import_chunks", ended), count("import_keys", ended)))
                .containsOnly(0L);
        assertThat(count("import_chunks", arriving)).isEqualTo(2);
        assertThat(List.of(count("import_chunks", open), count("import_keys", open)))
                .containsExactly(2L, 1L);
    }

    @Test
    void whatALargeImportLeftIsForgottenInBatches() {
        UUID ended = job("done");
        jobs.add(ended);
        Statements.run(
                "insert into import_keys (job_id, email_key) select $1, n || '@rows.example' from generate_series(1, 12000) n",
                ended);
        Statements.run(
                "insert into import_rejections (job_id, number, line, code, detail)"
                        + " select $1, n, n, 'required', 'needed' from generate_series(1, 12000) n",
                ended);
        finishedBefore(ended, "8 days");
        long keys = Statements.calls("delete from import_keys where ctid%");
        long rejections = Statements.calls("delete from import_rejections where ctid%");

        forgetImports.forgetOld();

        assertThat(List.of(count("import_keys", ended), count("import_rejections", ended)))
                .containsOnly(0L);
        assertThat(Statements.number("select count(*) from import_jobs where id = $1", ended))
                .isZero();
        assertThat(Statements.calls("delete from import_keys where ctid%") - keys)
                .isGreaterThanOrEqualTo(3);
        assertThat(Statements.calls("delete from import_rejections where ctid%") - rejections)
                .isGreaterThanOrEqualTo(3);
    }

    /** The id of a finished import whose report has one row. */
    private static UUID refusedRow(Company company, String key) {
        return UUID.fromString(post(company, key, "email\nnobody\n")
                .then()
                .statusCode(200)
                .body("report.size()", equalTo(1))
                .extract()
                .path("id"));
    }

    private static Response post(Company company, String key, String file) {
        return Imported.csv(company.admin(), file)
                .header("Idempotency-Key", key)
                .post("/import/users");
    }

    private static void finishedBefore(UUID job, String span) {
        Statements.run("update import_jobs set finished_at = now() - $2::text::interval where id = $1", job, span);
    }

    /** A job on which another replica works, or worked. */
    private UUID job(String state) {
        UUID job = UUID.randomUUID();
        Statements.run(
                "insert into import_jobs (id, org_id, actor, operator, mode, dry_run, mail, fingerprint, state, rows_total,"
                        + " lease_until) values ($1, 42, 1, false, 'partial', false, false, 'x', $2, 1,"
                        + " now() + interval '1 hour')",
                job,
                state);
        return job;
    }

    /** A file of two pieces and an address that it had. */
    private void leave(UUID job, String storedBefore) {
        jobs.add(job);
        Statements.run(
                "insert into import_chunks (job_id, number, content, stored_at)"
                        + " select $1, number, 'x', now() - $2::text::interval from generate_series(0, 1) number",
                job,
                storedBefore);
        Statements.run("insert into import_keys (job_id, email_key) values ($1, 'somebody@rows.example')", job);
    }

    private static long count(String table, UUID job) {
        return Statements.number("select count(*) from " + table + " where job_id = $1", job);
    }
}

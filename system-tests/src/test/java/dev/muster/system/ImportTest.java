package dev.muster.system;

import static dev.muster.system.Demo.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** An import through the gateway whose server is killed while it works; needs a stack that starts services again. */
class ImportTest {

    private static final int ROWS = 20_000;
    private static final Duration LIMIT = Duration.ofMinutes(4);

    private final String unique = UUID.randomUUID().toString().substring(0, 8);
    private final String admin = Demo.signIn("admin@carpool.example");

    @Test
    @DisplayName("R42 an import whose server is killed within it goes on after the restart, with every row once")
    void aKilledImportGoesOn() {
        assumeTrue(Deployment.canKill(), "the deployment shows no processes");
        String path =
                "/import/users/" + post(file()).then().statusCode(202).extract().path("id");
        awaitRead(path, 1);

        Deployment.kill("identity-service");

        JsonPath job = awaitRead(path, ROWS);
        assertThat(job.getInt("rows_created")).isEqualTo(ROWS);
        assertThat(job.getInt("rows_failed") + job.getInt("rows_skipped")).isZero();
        assertThat(job.getList("report")).isEmpty();
        List<String> exported = with(admin)
                .get("/export/users")
                .then()
                .statusCode(200)
                .extract()
                .asString()
                .lines()
                .filter(line -> line.contains(unique))
                .toList();
        assertThat(exported).hasSize(ROWS);
        assertThat(Set.copyOf(exported)).hasSize(ROWS);
    }

    private String file() {
        return IntStream.rangeClosed(1, ROWS)
                .mapToObj(row -> "r" + row + "-" + unique + "@rows.example,Row " + row)
                .collect(Collectors.joining("\n", "email,name\n", "\n"));
    }

    private Response post(String file) {
        return with(admin)
                .contentType("text/csv; charset=UTF-8")
                .header("Idempotency-Key", unique)
                .body(file.getBytes(StandardCharsets.UTF_8))
                .post("/import/users?mail=false");
    }

    /** The job once it has read so many rows; while its server is away nobody can tell. */
    private JsonPath awaitRead(String path, int rows) {
        return await("the import has read " + rows + " rows")
                .atMost(LIMIT)
                .until(() -> with(admin).get(path), answer -> hasRead(answer, rows))
                .jsonPath();
    }

    private static boolean hasRead(Response answer, int rows) {
        if (answer.statusCode() != 200) {
            return false;
        }
        JsonPath job = answer.jsonPath();
        boolean ended = !List.of("queued", "running").contains(job.getString("state"));
        return job.getInt("rows_read") >= rows && (ended || rows < ROWS);
    }
}

package dev.muster.local.command;

import static dev.muster.local.importing.ImportStub.JOB;
import static dev.muster.local.importing.ImportStub.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.local.importing.ImportStub;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImportCommandTest {

    private static final String ROWS = "name,email\nAda,ada@a.example\nBob,bob@a.example\n";
    private static final String REJECTED =
            "[{\"line\":3,\"field\":\"email\",\"code\":\"EMAIL_TAKEN\",\"detail\":\"Somebody, has it\"}]";

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    private Path directory;

    private Path file;
    private ImportStub server;

    @BeforeEach
    void prepare() throws IOException {
        server = new ImportStub();
        file = Files.writeString(directory.resolve("people.csv"), ROWS);
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void aSmallFileIsImportedAtOnce() {
        server.uploads(200, json("done", 2, 2, 0, "[]"));

        assertThat(importing(file.toString())).isZero();

        assertThat(out).hasToString("2 rows read: 2 created, 0 skipped, 0 rejected\n");
        assertThat(err.toString()).isEmpty();
        assertThat(server.requests()).anyMatch(it -> it.endsWith("null " + ROWS));
    }

    @Test
    void optionsReachTheServer() {
        server.uploads(200, json("done", 2, 2, 0, "[]"));

        importing(file.toString(), "--dry-run", "--no-mail", "--mode", "atomic", "--idempotency-key", "once");

        assertThat(server.requests())
                .anyMatch(it -> it.startsWith("POST /import/users?dry_run=true&mail=false&mode=atomic once "));
    }

    @Test
    void rejectedRowsAreReportedOnStandardError() {
        server.uploads(200, json("done", 2, 1, 1, REJECTED));

        assertThat(importing(file.toString())).isEqualTo(1);

        assertThat(out).hasToString("2 rows read: 1 created, 0 skipped, 1 rejected\n");
        assertThat(err).hasToString("line,field,code,detail\n3,email,EMAIL_TAKEN,\"Somebody, has it\"\n");
    }

    @Test
    void rejectedRowsAreWrittenToAFile() throws IOException {
        server.uploads(200, json("done", 2, 1, 1, REJECTED));
        Path report = directory.resolve("rejected.csv");

        assertThat(importing(file.toString(), "--report", report.toString())).isEqualTo(1);

        assertThat(Files.readString(report)).startsWith("line,field").contains("\n3,email,");
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void aLargeFileIsFollowedToItsEnd() {
        server.uploads(202, "").job(json("queued", 0, 0, 0, "[]")).stream(
                event("progress", json("running", 1, 1, 0, "null")) + event("done", json("done", 2, 2, 0, "null")),
                json("done", 2, 2, 0, "[]"));

        assertThat(importing(file.toString())).isZero();

        assertThat(out.toString()).endsWith("2 rows read: 2 created, 0 skipped, 0 rejected\n");
    }

    @Test
    void aLostConnectionIsTakenUpAgain() {
        server.uploads(202, "").job(json("queued", 0, 0, 0, "[]")).stream(
                event("progress", json("running", 1, 1, 0, "null")), json("running", 1, 1, 0, "[]"))
                .stream(event("done", json("done", 2, 1, 1, "null")), json("done", 2, 1, 1, REJECTED));

        assertThat(importing(file.toString())).isEqualTo(1);

        assertThat(server.requests())
                .filteredOn(it -> it.startsWith("GET /import/users/" + JOB + "/events"))
                .hasSize(2);
        assertThat(err.toString()).contains("EMAIL_TAKEN");
    }

    @Test
    void anImportThatGoesOnIsFollowed() {
        server.job(json("running", 1, 1, 0, "[]")).stream(
                event("done", json("done", 2, 2, 0, "null")), json("done", 2, 2, 0, "[]"));

        assertThat(importing("--follow", JOB)).isZero();

        assertThat(server.requests()).noneMatch(it -> it.startsWith("POST /import"));
    }

    @Test
    void anImportThatBreaksOffAtTheServerIsNoSuccess() {
        server.uploads(200, json("failed", 1, 0, 0, "[]"));

        assertThat(importing(file.toString())).isEqualTo(2);

        assertThat(err.toString()).startsWith("muster: the import " + JOB + " failed");
    }

    @Test
    void aFileThatTheServerRefusesIsNoSuccess() {
        server.uploads(413, "{\"detail\":\"The file is too large\"}");

        assertThat(importing(file.toString())).isEqualTo(2);

        assertThat(err).hasToString("muster: the server refuses the file: 413 The file is too large\n");
    }

    @Test
    void theFieldsThatTheServerRefusesAreNamed() {
        server.uploads(
                400,
                "{\"detail\":\"2 fields are invalid\",\"errors\":["
                        + "{\"pointer\":\"/shoe_size\",\"code\":\"unknown_field\",\"detail\":\"There is no such column\"},"
                        + "{\"pointer\":\"/email\",\"code\":\"required\",\"detail\":\"It is needed\"}]}");

        assertThat(importing(file.toString())).isEqualTo(2);

        assertThat(err)
                .hasToString("muster: the server refuses the file: 400 2 fields are invalid"
                        + " [/shoe_size: There is no such column] [/email: It is needed]\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"nonsense", "ftp://a.example/", "http:/nowhere", "mailto:a@b.example"})
    void anAddressThatIsNoneIsRefused(String url) {
        assertThat(execute("--url", url, "--token", "x", file.toString())).isEqualTo(2);

        assertThat(err.toString()).contains("--url needs an address").doesNotContain("\tat ");
    }

    @Test
    void aReportThatCannotBeWrittenIsSaidBeforeAnythingIsImported() {
        Path nowhere = directory.resolve("missing/rejected.csv");

        assertThat(importing(file.toString(), "--report", nowhere.toString())).isEqualTo(2);
        assertThat(importing(file.toString(), "--report", directory.toString())).isEqualTo(2);

        assertThat(server.requests()).isEmpty();
        assertThat(err.toString()).contains("no report can be written to " + nowhere);
    }

    @Test
    void anImportThatWasCancelledIsNoSuccess() {
        server.job(json("cancelled", 1, 1, 0, "[]"));

        assertThat(importing("--follow", JOB)).isEqualTo(2);

        assertThat(err).hasToString("muster: the import " + JOB + " was cancelled\n");
    }

    @Test
    void aWrongPasswordIsSaid() {
        assertThat(execute("--url", server.url().toString(), "--user", "a@a.example", "--password=no", file.toString()))
                .isEqualTo(2);

        assertThat(err).hasToString("muster: cannot sign in as a@a.example: 401 Incorrect\n");
    }

    @Test
    void aPasswordSignsIn() {
        server.uploads(200, json("done", 2, 2, 0, "[]"));

        assertThat(execute(
                        "--url",
                        server.url().toString(),
                        "--user",
                        "a@a.example",
                        "--password=" + ImportStub.PASSWORD,
                        file.toString()))
                .isZero();
    }

    @Test
    void aFileThatIsNotThereIsNamed() {
        assertThat(importing("nowhere.csv")).isEqualTo(2);

        assertThat(err).hasToString("muster: cannot read nowhere.csv: there is no such file\n");
    }

    @Test
    void withoutAStackAnAddressIsNeeded() {
        assertThat(execute(file.toString())).isEqualTo(2);

        assertThat(err.toString()).startsWith("muster: no stack is running");
    }

    @Test
    void aFileAndAnImportToFollowExcludeEachOther() {
        assertThat(importing(file.toString(), "--follow", JOB)).isEqualTo(2);
        assertThat(importing()).isEqualTo(2);

        assertThat(server.requests()).isEmpty();
    }

    private static String event(String name, String data) {
        return "event: " + name + "\ndata: " + data + "\n\n";
    }

    private int importing(String... arguments) {
        List<String> all = new ArrayList<>(List.of("--url", server.url().toString(), "--token", ImportStub.TOKEN));
        all.addAll(List.of(arguments));
        return execute(all.toArray(String[]::new));
    }

    private int execute(String... arguments) {
        List<String> all = new ArrayList<>(List.of("import", "--dir", directory.toString()));
        all.addAll(List.of(arguments));
        return Muster.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(all.toArray(String[]::new));
    }
}

package dev.muster.identity.importing;

import static dev.muster.testkit.http.ProblemAssert.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.identity.Companies;
import dev.muster.identity.Companies.Company;
import dev.muster.identity.IdentityTest;
import dev.muster.testkit.http.RawHttp;
import dev.muster.testkit.postgres.Statements;
import io.restassured.RestAssured;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@IdentityTest
class OversizedImportTest {

    private static final String FORM = "multipart/form-data; boundary=file";
    private static final byte[] PIECE =
            bytes("nobody@rows.example,Somebody With Quite A Name To Fill This Row.\n".repeat(256));
    private static final int PIECES = (int) (ImportBodies.LARGEST / PIECE.length) + 1;
    private static final long MEBIBYTE = 1024 * 1024;

    /** The piece that is four mebibytes before the last. */
    private static final long NEAR_THE_END = PIECES - 4 * MEBIBYTE / PIECE.length;

    @Inject
    Companies companies;

    @ParameterizedTest
    @ValueSource(strings = {"text/csv", FORM})
    @DisplayName("R39 a file or form that announces more than an import may have is refused before it is sent")
    void whatAnnouncesTooMuchIsRefusedBeforeItIsSent(String type) {
        assertProblem(
                RawHttp.request("POST", "/import/users")
                        .header(
                                "Authorization",
                                "Bearer " + companies.add().admin().token())
                        .header("Content-Type", type)
                        .header("Content-Length", Long.toString(ImportBodies.LARGEST + 1))
                        .send(),
                413,
                "PAYLOAD_TOO_LARGE");
    }

    @Test
    @DisplayName("R39 a file of unknown length is refused when it turns out too long, and is never held in memory")
    void aFileOfUnknownLengthIsRefusedAndNeverHeld() throws IOException, InterruptedException {
        Company company = companies.add();
        Set<UUID> others = Imported.filesInPieces();
        long[] stored = new long[1];

        HttpResponse<String> answer = post(
                company,
                "text/csv",
                () -> Stream.concat(Stream.of(bytes("email,name\n")), pieces(() -> stored[0] = storedBeside(others))));

        assertTooLarge(answer);
        assertThat(stored[0]).isGreaterThan(NEAR_THE_END * PIECE.length - 16 * MEBIBYTE);
        assertNothingIsLeft(company, others);
    }

    @Test
    @DisplayName("R39 a form of unknown length whose file is too long is refused")
    void aFormOfUnknownLengthIsRefused() throws IOException, InterruptedException {
        Company company = companies.add();
        Set<UUID> others = Imported.filesInPieces();
        byte[] head = bytes("--file\r\nContent-Disposition: form-data; name=\"file\"; filename=\"users.csv\"\r\n"
                + "Content-Type: text/csv\r\n\r\nemail,name\n");

        HttpResponse<String> answer = post(
                company,
                FORM,
                () -> Stream.of(Stream.of(head), pieces(() -> {}), Stream.of(bytes("\r\n--file--\r\n")))
                        .flatMap(part -> part));

        assertTooLarge(answer);
        assertNothingIsLeft(company, others);
    }

    /** Rows that are somewhat too many, one piece after the other; something happens near the end. */
    private static Stream<byte[]> pieces(Runnable nearTheEnd) {
        return IntStream.range(0, PIECES).mapToObj(i -> {
            if (i == NEAR_THE_END) {
                nearTheEnd.run();
            }
            return PIECE;
        });
    }

    private static HttpResponse<String> post(Company company, String type, Supplier<Stream<byte[]>> body)
            throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + "/import/users"))
                                .version(HttpClient.Version.HTTP_1_1)
                                .header(
                                        "Authorization",
                                        "Bearer " + company.admin().token())
                                .header("Content-Type", type)
                                .POST(HttpRequest.BodyPublishers.ofByteArrays(
                                        () -> body.get().iterator()))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
    }

    private static void assertTooLarge(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(413);
        assertThat(new JsonObject(answer.body()).getString("code")).isEqualTo("PAYLOAD_TOO_LARGE");
    }

    private static void assertNothingIsLeft(Company company, Set<UUID> others) {
        assertThat(Statements.number("select count(*) from import_jobs where org_id = $1", company.id()))
                .isZero();
        assertThat(others).containsAll(Imported.filesInPieces());
    }

    /** What of the file is stored: the rest of what was sent is held somewhere on its way. */
    private static long storedBeside(Set<UUID> others) {
        return Statements.number(
                "select coalesce(sum(length(content)), 0)::bigint from import_chunks where job_id <> all ($1)",
                (Object) others.toArray(UUID[]::new));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}

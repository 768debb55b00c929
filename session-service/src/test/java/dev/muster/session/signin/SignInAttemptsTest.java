package dev.muster.session.signin;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.session.SessionServiceTest;
import dev.muster.session.support.DatabaseDump;
import dev.muster.session.support.FakePeers;
import dev.muster.session.support.PeersTestResource;
import dev.muster.session.support.Person;
import dev.muster.testkit.http.Trouble;
import dev.muster.testkit.postgres.Statements;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@SessionServiceTest
class SignInAttemptsTest {

    private static final String WRONG = "a-secret-that-is-wrong";

    private final FakePeers peers = PeersTestResource.peers();

    @AfterEach
    void allIsWellAgain() {
        peers.recover();
    }

    @ParameterizedTest
    @CsvSource({
        "/login.json, profile",
        "/users/login.json, profile",
        "/login, directory",
        "/api/v1/auth/login, platform"
    })
    @DisplayName("R09 every attempt on every way in is in the audit log with how it ended")
    void everyAttemptIsAudited(String path, String way) {
        Person pilot = Person.pilot();
        post(path, pilot.email(), WRONG, null);
        post(path, pilot.email(), FakePeers.PASSWORD, null);
        pilot.says("twoFactor", "TOTP");
        post(path, pilot.email(), FakePeers.PASSWORD, null);
        post(path, pilot.email(), FakePeers.PASSWORD, "000000");
        post(path, pilot.email(), FakePeers.PASSWORD, FakePeers.CODE);
        peers.throttle(60);
        post(path, pilot.email(), FakePeers.PASSWORD, FakePeers.CODE);

        List<JsonObject> attempts = attemptsFor(pilot.email());

        assertThat(attempts)
                .extracting(row -> row.getString("outcome"))
                .containsExactly(
                        "refused",
                        "signed_in",
                        "second_factor_needed",
                        "second_factor_failed",
                        "signed_in",
                        "throttled");
        assertThat(attempts).allSatisfy(row -> {
            assertThat(row.getString("way_in")).isEqualTo(way);
            assertThat(row.getString("ip")).isEqualTo("127.0.0.1");
            assertThat(row.getString("user_agent")).isEqualTo(Person.CHROME);
        });
        assertThat(attempts.subList(0, 5))
                .allSatisfy(row -> assertThat(row.getLong("user_id")).isEqualTo(pilot.id()));
        assertThat(attempts.get(5).getLong("user_id")).isZero();
    }

    @Test
    @DisplayName("R09 an attempt for nobody is in the audit log")
    void anAttemptForNobodyIsAudited() {
        String email = unknown();

        post("/login.json", email, WRONG, null);

        assertThat(attemptsFor(email)).singleElement().satisfies(row -> {
            assertThat(row.getLong("user_id")).isZero();
            assertThat(row.getString("outcome")).isEqualTo("refused");
        });
    }

    @Test
    @DisplayName("R09 an attempt that a dependency made fail is in the audit log")
    void anAttemptThatFailedIsAudited() {
        String email = unknown();
        peers.identitySuffers(Trouble.FAILS);

        post("/login.json", email, WRONG, null).then().statusCode(503);

        assertThat(attemptsFor(email))
                .singleElement()
                .satisfies(row -> assertThat(row.getString("outcome")).isEqualTo("failed"));
    }

    @Test
    @DisplayName("R09 no password and no code is anywhere in the database")
    void noPasswordIsAnywhereInTheDatabase() {
        Person pilot = Person.pilot().says("twoFactor", "TOTP");
        for (String path : List.of("/login.json", "/users/login.json", "/login", "/api/v1/auth/login")) {
            post(path, pilot.email(), WRONG, null);
            post(path, pilot.email(), FakePeers.PASSWORD, "998877665544");
            post(path, unknown(), WRONG, "998877665544");
        }
        fsd(pilot.id(), WRONG);
        fsd(pilot.id(), FakePeers.FSD_PASSWORD);

        List<String> dump = DatabaseDump.rows();

        assertThat(dump).anyMatch(row -> row.contains(pilot.email()));
        assertThat(dump)
                .allSatisfy(row -> assertThat(row)
                        .doesNotContain(WRONG, FakePeers.PASSWORD, FakePeers.FSD_PASSWORD, "998877665544"));
    }

    @Test
    void whatIsTooLongIsCutAndWhatCannotBeStoredIsReplaced() {
        String start = UUID.randomUUID().toString();

        post("/login.json", start + "\0" + "x".repeat(400), WRONG, null).then().statusCode(401);

        assertThat(attemptsFor(start + "\uFFFD" + "x".repeat(217))).hasSize(1);
    }

    @Test
    @DisplayName("R09 the audit log only grows")
    void theAuditLogOnlyGrows() {
        String email = unknown();
        post("/login.json", email, WRONG, null);

        assertThatThrownBy(() -> Statements.run(
                        "update sign_in_attempts set outcome = 'signed_in' where identifier = $1", email))
                .hasMessageContaining("append-only");
        assertThatThrownBy(() ->
                        Statements.run("update sign_in_attempts set identifier = 'other' where identifier = $1", email))
                .hasMessageContaining("append-only");
    }

    @Test
    @DisplayName("R01 known and unknown cost the same statements")
    void knownAndUnknownCostTheSameStatements() {
        Person pilot = Person.pilot();

        assertThat(insertsOf(() -> post("/login.json", pilot.email(), WRONG, null)))
                .isEqualTo(insertsOf(() -> post("/login.json", unknown(), WRONG, null)))
                .isEqualTo(2);
    }

    private static long insertsOf(Runnable attempt) {
        long before = Statements.calls("insert into sign_in_%");
        attempt.run();
        return Statements.calls("insert into sign_in_%") - before;
    }

    private static String unknown() {
        return "nobody-" + UUID.randomUUID() + "@muster.example";
    }

    private static Response post(String path, String email, String password, String code) {
        JsonObject body = new JsonObject().put("email", email).put("password", password);
        if (code != null) {
            body.put("code", code);
        }
        return given().contentType(ContentType.JSON)
                .header("User-Agent", Person.CHROME)
                .body(body.encode())
                .post(path);
    }

    private static void fsd(long cid, String password) {
        given().contentType(ContentType.JSON)
                .body(Map.of("cid", Long.toString(cid), "password", password))
                .post("/api/v1/fsd-jwt");
    }

    private static List<JsonObject> attemptsFor(String identifier) {
        List<JsonObject> attempts = new ArrayList<>();
        Statements.run("select to_jsonb(a)::text from sign_in_attempts a where identifier = $1 order by id", identifier)
                .forEach(row -> attempts.add(new JsonObject(row.getString(0))));
        return attempts;
    }
}

package dev.muster.session.signin;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import dev.muster.session.SessionServiceTest;
import dev.muster.session.support.FakePeers;
import dev.muster.session.support.PeersTestResource;
import dev.muster.session.support.Person;
import dev.muster.session.support.Tokens;
import dev.muster.testkit.http.Trouble;
import dev.muster.testkit.postgres.Statements;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@SessionServiceTest
class PlatformSignInTest {

    private final FakePeers peers = PeersTestResource.peers();

    @AfterEach
    void allIsWellAgain() {
        peers.recover();
    }

    @Test
    void theRightPasswordGivesTokensForOAuthAndForOpenfsdClients() {
        Person pilot = Person.pilot();

        Response answer = Tokens.login(Map.of("email", pilot.email(), "password", FakePeers.PASSWORD));

        answer.then().statusCode(200).contentType("application/json").header("Cache-Control", "no-store");
        JsonObject body = new JsonObject(answer.asString());
        String access = body.getString("access_token");
        String refresh = body.getString("refresh_token");
        assertThat(body)
                .isEqualTo(new JsonObject()
                        .put("access_token", access)
                        .put("token_type", "Bearer")
                        .put("expires_in", 300)
                        .put("refresh_token", refresh)
                        .put("version", "v1")
                        .putNull("err")
                        .put(
                                "data",
                                new JsonObject().put("access_token", access).put("refresh_token", refresh)));
        assertThat(Person.statusOf(access)).isEqualTo(200);
        assertThat(Person.statusOf(refresh)).isEqualTo(401);
    }

    @Test
    void aCidIsANumberOrItsDigits() {
        Person pilot = Person.pilot();

        for (Object cid : List.of(pilot.id(), Long.toString(pilot.id()))) {
            Tokens tokens = Tokens.from(Tokens.login(Map.of("cid", cid, "password", FakePeers.PASSWORD)));

            assertThat(Person.claims(tokens.access()).getString("sub")).isEqualTo(Long.toString(pilot.id()));
        }
    }

    @Test
    void theAccessTokenEndsAfterFiveMinutes() {
        JsonObject claims = Person.claims(Tokens.of(Person.pilot()).access());

        assertThat(claims.getLong("exp") - claims.getLong("iat")).isEqualTo(300);
        assertThat(claims.getInteger("gen")).isEqualTo(1);
    }

    @Test
    void identityServiceIsAskedWithWhatWasTypedAndWhereFrom() {
        Person pilot = Person.pilot();

        Tokens.login(Map.of("cid", pilot.id(), "password", "typed", "code", "000000"));

        assertThat(peers.question(Long.toString(pilot.id())).getMap())
                .containsEntry("userId", (int) pilot.id())
                .containsEntry("email", null)
                .containsEntry("password", "typed")
                .containsEntry("code", "000000")
                .containsEntry("clientIp", "127.0.0.1");
    }

    @Test
    @DisplayName("R02 an unknown CID, an unknown e-mail and a wrong password are refused alike")
    void unknownAndWrongAreRefusedAlike() {
        Person pilot = Person.pilot();
        List<Response> refusals = List.of(
                Tokens.login(Map.of("cid", pilot.id(), "password", "wrong")),
                Tokens.login(Map.of("email", pilot.email(), "password", "wrong")),
                Tokens.login(Map.of("cid", 999_999_999, "password", "wrong")),
                Tokens.login(Map.of("email", "nobody@muster.example", "password", "wrong")));

        assertThat(refusals).allSatisfy(refusal -> {
            assertRefused(refusal, 401, "UNAUTHENTICATED", "Incorrect CID, e-mail or password");
            refusal.then().header("WWW-Authenticate", "Bearer");
            assertThat(refusal.asString()).hasSameSizeAs(refusals.get(0).asString());
            assertThat(refusal.headers()).hasSameSizeAs(refusals.get(0).headers());
        });
        assertThat(sessionsOf(pilot)).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "EMAIL, Enter the code that was mailed to you",
        "TOTP, 'Enter the code of your authenticator app, or a" + " recovery code'"
    })
    void aMissingCodeIsAskedFor(String method, String detail) {
        Person pilot = Person.pilot().says("twoFactor", method);

        Response answer = Tokens.login(Map.of("cid", pilot.id(), "password", FakePeers.PASSWORD));

        assertRefused(answer, 401, "CODE_REQUIRED", detail);
        answer.then().header("WWW-Authenticate", "Bearer");
        assertThat(sessionsOf(pilot)).isZero();
    }

    @Test
    void aWrongCodeIsSaid() {
        Person pilot = Person.pilot().says("twoFactor", "TOTP");

        Response answer = Tokens.login(Map.of("cid", pilot.id(), "password", FakePeers.PASSWORD, "code", "654321"));

        assertRefused(answer, 401, "CODE_WRONG", "Incorrect code");
        assertThat(sessionsOf(pilot)).isZero();
    }

    @Test
    void aWrongPasswordDoesNotTellThatThereIsASecondFactor() {
        Person pilot = Person.pilot().says("twoFactor", "TOTP");

        assertRefused(
                Tokens.login(Map.of("cid", pilot.id(), "password", "wrong")),
                401,
                "UNAUTHENTICATED",
                "Incorrect CID, e-mail or password");
    }

    @Test
    void theRightCodeOpensASessionThatHasTheSecondFactor() {
        Person pilot = Person.pilot().says("twoFactor", "TOTP");

        Tokens tokens = Tokens.from(
                Tokens.login(Map.of("cid", pilot.id(), "password", FakePeers.PASSWORD, "code", FakePeers.CODE)));

        Person.service()
                .get(pilot.internal("/sessions/" + tokens.session()))
                .then()
                .body("secondFactor", equalTo(true));
    }

    @Test
    void whoMustEnrolASecondFactorIsToldSo() {
        Person pilot = Person.with(Person.membership(7_042, 1));
        peers.demandsSecondFactor(7_042);

        Tokens.login(Map.of("cid", pilot.id(), "password", FakePeers.PASSWORD))
                .then()
                .statusCode(200)
                .body("message", equalTo("Your organization demands a second factor. Turn it on and sign in again."));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | /cid,/password",
                "{\"cid\":null,\"email\":\" \",\"password\":\"\"} | /cid,/password",
                "{\"cid\":100000} | /password",
                "{\"email\":\"a@b.example\"} | /password",
                "{\"cid\":100000,\"email\":\"a@b.example\",\"password\":\"x\"} | /email",
                "{\"cid\":0,\"password\":\"x\"} | /cid",
                "{\"cid\":-1,\"password\":\"x\"} | /cid",
                "{\"cid\":1.0,\"password\":\"x\"} | /cid",
                "{\"cid\":true,\"password\":\"x\"} | /cid",
                "{\"cid\":[1],\"password\":\"x\"} | /cid",
                "{\"cid\":\"abc\",\"password\":\"x\"} | /cid",
                "{\"cid\":99999999999999999999,\"password\":\"x\"} | /cid",
                "{\"cid\":1,\"password\":1} | /password",
                "{\"cid\":1,\"password\":\"x\",\"remember_me\":\"yes\"} | /remember_me",
                "{\"cid\":1,\"password\":\"x\",\"admin\":true} | /admin",
            })
    void whatCannotBeReadIsNamed(String body, String pointers) {
        Response answer = given().contentType(ContentType.JSON).body(body).post("/api/v1/auth/login");

        assertRefused(answer, 400, "INVALID_INPUT", answer.path("detail"));
        answer.then().body("errors.pointer", contains((Object[]) pointers.split(",", -1)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "null"})
    void whatIsNoRequestIsRefused(String body) {
        given().contentType(ContentType.JSON)
                .body(body)
                .post("/api/v1/auth/login")
                .then()
                .statusCode(400)
                .contentType("application/problem+json");
    }

    @Test
    @DisplayName("R06 sign-ins are throttled with the wait that identity-service tells")
    void throttledAttemptsAreToldWhenToComeBack() {
        Person pilot = Person.pilot();
        peers.throttle(90);

        Response refused = Tokens.login(Map.of("cid", pilot.id(), "password", FakePeers.PASSWORD));

        assertRefused(refused, 429, "TOO_MANY_ATTEMPTS", "Too many attempts, try again later");
        refused.then().header("Retry-After", "90");
    }

    @Test
    @DisplayName("R46 without identity-service nobody signs in, and is asked to come again")
    void withoutIdentityServiceNobodySignsIn() {
        Person pilot = Person.pilot();
        peers.identitySuffers(Trouble.FAILS);

        Tokens.login(Map.of("cid", pilot.id(), "password", FakePeers.PASSWORD))
                .then()
                .statusCode(503)
                .header("Retry-After", "1");
    }

    @Test
    @DisplayName("R25 a session whose client is not to be remembered ends after a day, any other after thirty")
    void aClientThatIsNotRememberedIsSignedOutAfterADay() {
        Person pilot = Person.pilot();

        assertThat(daysOf(pilot, Map.of("remember_me", false))).isEqualTo(1);
        assertThat(daysOf(pilot, Map.of("remember_me", true))).isEqualTo(30);
        assertThat(daysOf(pilot, Map.of())).isEqualTo(30);
    }

    private static long daysOf(Person person, Map<String, Object> wish) {
        Map<String, Object> body = new HashMap<>(wish);
        body.put("cid", person.id());
        body.put("password", FakePeers.PASSWORD);
        String session = Tokens.from(Tokens.login(body)).session();
        return Statements.number(
                "select (extract(epoch from ends_at - created_at) / 86400)::bigint from sessions where user_id = $1 and"
                        + " id = $2",
                person.id(),
                session);
    }

    @Test
    @DisplayName("R09 every attempt is in the audit log, and in the history of whom it was about")
    void everyAttemptIsRecorded() {
        Person pilot = Person.pilot();
        Tokens.login(Map.of("cid", pilot.id(), "password", "wrong"));
        Tokens.login(Map.of("cid", pilot.id(), "password", FakePeers.PASSWORD));
        pilot.says("twoFactor", "TOTP");
        Tokens.login(Map.of("cid", pilot.id(), "password", FakePeers.PASSWORD));
        peers.throttle(60);
        Tokens.login(Map.of("cid", pilot.id(), "password", FakePeers.PASSWORD));

        assertThat(texts(
                        "select outcome || ' ' || ip || ' ' || (user_agent like 'Mozilla%') from sign_in_attempts where"
                                + " way_in = 'platform' and identifier = $1 order by id",
                        Long.toString(pilot.id())))
                .containsExactly(
                        "refused 127.0.0.1 true",
                        "signed_in 127.0.0.1 true",
                        "second_factor_needed 127.0.0.1 true",
                        "throttled 127.0.0.1 true");
        assertThat(texts("select outcome from sign_in_events where user_id = $1 order by id", pilot.id()))
                .containsExactly("refused", "signed_in", "second_factor_needed");
    }

    private static void assertRefused(Response answer, int status, String code, String message) {
        answer.then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body("code", equalTo(code))
                .body("msg", equalTo(message))
                .body("err", equalTo(message))
                .body("version", equalTo("v1"))
                .body("$", hasKey("data"))
                .body("data", nullValue())
                .body("$", not(hasKey("access_token")));
    }

    private static long sessionsOf(Person person) {
        return Statements.number("select count(*) from sessions where user_id = $1", person.id());
    }

    private static List<String> texts(String sql, Object parameter) {
        List<String> texts = new ArrayList<>();
        Statements.run(sql, parameter).forEach(row -> texts.add(row.getString(0)));
        return texts;
    }
}

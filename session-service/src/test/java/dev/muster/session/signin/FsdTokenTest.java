package dev.muster.session.signin;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import dev.muster.session.SessionServiceTest;
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
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.keys.resolvers.JwksVerificationKeyResolver;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@SessionServiceTest
class FsdTokenTest {

    private final FakePeers peers = PeersTestResource.peers();

    @AfterEach
    void allIsWellAgain() {
        peers.recover();
    }

    @Test
    void theRightFsdPasswordGivesATokenForFsdServers() throws Exception {
        Person controller = Person.pilot();
        peers.saysOfFsd(controller.id(), "OK", 5, 3);

        Response answer = ask(controller, FakePeers.FSD_PASSWORD);

        answer.then().statusCode(200).contentType("application/json").header("Cache-Control", "no-store");
        JsonObject body = new JsonObject(answer.asString());
        assertThat(body.fieldNames()).containsExactly("success", "token");
        assertThat(body.getBoolean("success")).isTrue();
        JwtClaims claims = verified(body.getString("token"));
        assertThat(claims.getSubject()).isEqualTo(Long.toString(controller.id()));
        assertThat(claims.getIssuer()).isEqualTo("http://muster.test");
        assertThat(claims.getClaimValue("controller_rating")).isEqualTo(5L);
        assertThat(claims.getClaimValue("pilot_rating")).isEqualTo(3L);
        assertThat(claims.getExpirationTime().getValue() - claims.getIssuedAt().getValue())
                .isEqualTo(420);
        assertThat(claims.getJwtId()).isNotBlank();
    }

    @Test
    @DisplayName("R26 a token for FSD servers opens nothing here")
    void aTokenForFsdServersOpensNothingHere() {
        Person pilot = Person.pilot();
        String token = ask(pilot, FakePeers.FSD_PASSWORD).path("token");

        assertThat(Person.statusOf(token)).isEqualTo(401);
        Person.with(token).post("/logout").then().statusCode(401);
        Person.with(token)
                .get(pilot.internal("/sessions/01HZZZZZZZZZZZZZZZZZZZZZZZ"))
                .then()
                .statusCode(401);
        assertThat(Statements.number("select count(*) from sessions where user_id = $1", pilot.id()))
                .isZero();
    }

    @Test
    @DisplayName("R02 an unknown CID and a wrong FSD password are refused alike")
    void anUnknownCidAndAWrongPasswordAreRefusedAlike() {
        Response wrong = ask(Person.pilot(), "wrong");
        Response unknown = ask("999999999", "wrong");

        for (Response answer : List.of(wrong, unknown)) {
            assertRefused(answer, 401, "UNAUTHENTICATED", "Incorrect CID or password");
            answer.then().header("WWW-Authenticate", "Bearer");
        }
        assertThat(unknown.asString()).hasSameSizeAs(wrong.asString());
    }

    @Test
    @DisplayName("R06 the password of the account is not the FSD password")
    void theAccountsPasswordOpensNoFsd() {
        assertRefused(ask(Person.pilot(), FakePeers.PASSWORD), 401, "UNAUTHENTICATED", "Incorrect CID or password");
    }

    @Test
    void whoIsSuspendedIsToldSo() {
        Person suspended = Person.pilot();
        peers.saysOfFsd(suspended.id(), "BARRED", 0, 0);

        assertRefused(ask(suspended, FakePeers.FSD_PASSWORD), 403, "FORBIDDEN", "This account may not connect");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | /cid,/password",
                "{\"cid\":\"100000\"} | /password",
                "{\"cid\":\"abc\",\"password\":\"x\"} | /cid",
                "{\"cid\":\"-1\",\"password\":\"x\"} | /cid",
                "{\"cid\":\"99999999999999999999\",\"password\":\"x\"} | /cid",
                "{\"cid\":100000,\"password\":\"x\"} | /cid",
                "{\"cid\":\"1\",\"password\":\"x\",\"admin\":true} | /admin",
            })
    void whatCannotBeReadIsNamed(String body, String pointers) {
        Response answer = given().contentType(ContentType.JSON).body(body).post("/api/v1/fsd-jwt");

        assertRefused(answer, 400, "INVALID_INPUT", answer.path("detail"));
        answer.then().body("errors.pointer", contains((Object[]) pointers.split(",", -1)));
    }

    @Test
    @DisplayName("R06 FSD attempts are throttled with the wait that identity-service tells")
    void throttledAttemptsAreToldWhenToComeBack() {
        Person pilot = Person.pilot();
        peers.throttle(90);

        Response refused = ask(pilot, FakePeers.FSD_PASSWORD);

        assertRefused(refused, 429, "TOO_MANY_ATTEMPTS", "Too many attempts, try again later");
        refused.then().header("Retry-After", "90");
    }

    @Test
    @DisplayName("R06 a throttled verdict is 429 as well")
    void aThrottledVerdictIsTooManyAttempts() {
        Person pilot = Person.pilot();
        peers.saysOfFsd(pilot.id(), "THROTTLED", 1, 0);

        ask(pilot, FakePeers.FSD_PASSWORD).then().statusCode(429).header("Retry-After", "1");
    }

    @Test
    @DisplayName("R46 without identity-service nobody gets a token, and is asked to come again")
    void withoutIdentityServiceNobodyGetsAToken() {
        Person pilot = Person.pilot();
        peers.identitySuffers(Trouble.FAILS);

        ask(pilot, FakePeers.FSD_PASSWORD).then().statusCode(503).header("Retry-After", "1");
    }

    @Test
    void identityServiceIsAskedWithWhatWasTypedAndWhereFrom() {
        Person pilot = Person.pilot();

        ask(pilot, "typed");

        assertThat(peers.question(Long.toString(pilot.id())).getMap())
                .containsEntry("userId", (int) pilot.id())
                .containsEntry("password", "typed")
                .containsEntry("network", "127.0.0.1");
    }

    @Test
    @DisplayName("R09 every FSD attempt is in the audit log, and in the history of whom it was about")
    void everyAttemptIsRecorded() {
        Person pilot = Person.pilot();
        ask(pilot, "wrong");
        ask(pilot, FakePeers.FSD_PASSWORD);
        peers.saysOfFsd(pilot.id(), "BARRED", 0, 0);
        ask(pilot, FakePeers.FSD_PASSWORD);
        peers.throttle(60);
        ask(pilot, FakePeers.FSD_PASSWORD);

        assertThat(texts(
                        "select outcome || ' ' || user_id from sign_in_attempts where way_in = 'fsd' and identifier ="
                                + " $1 order by id",
                        Long.toString(pilot.id())))
                .containsExactly("refused 0", "signed_in " + pilot.id(), "barred " + pilot.id(), "throttled 0");
        assertThat(texts("select outcome from sign_in_events where user_id = $1 order by id", pilot.id()))
                .containsExactly("signed_in", "barred");
    }

    private static Response ask(Person person, String password) {
        return ask(Long.toString(person.id()), password);
    }

    private static Response ask(String cid, String password) {
        return given().contentType(ContentType.JSON)
                .body(Map.of("cid", cid, "password", password))
                .post("/api/v1/fsd-jwt");
    }

    private static void assertRefused(Response answer, int status, String code, String message) {
        answer.then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body("code", equalTo(code))
                .body("success", equalTo(false))
                .body("error_msg", equalTo(message))
                .body("msg", equalTo(message));
    }

    /** As an FSD server would verify it, with the published keys alone. */
    private static JwtClaims verified(String token) throws JoseException, InvalidJwtException {
        JsonWebKeySet keys =
                new JsonWebKeySet(given().get("/.well-known/jwks.json").asString());
        return new JwtConsumerBuilder()
                .setVerificationKeyResolver(new JwksVerificationKeyResolver(keys.getJsonWebKeys()))
                .setExpectedAudience("fsd")
                .setRequireExpirationTime()
                .build()
                .processToClaims(token);
    }

    private static List<String> texts(String sql, Object parameter) {
        List<String> texts = new ArrayList<>();
        Statements.run(sql, parameter).forEach(row -> texts.add(row.getString(0)));
        return texts;
    }
}

package dev.muster.session.refreshing;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import dev.muster.kit.access.Member;
import dev.muster.session.SessionServiceTest;
import dev.muster.session.support.FakePeers;
import dev.muster.session.support.MovableClock;
import dev.muster.session.support.Person;
import dev.muster.session.support.Tokens;
import dev.muster.testkit.postgres.Statements;
import dev.muster.testkit.race.Race;
import dev.muster.testkit.time.Eventually;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@SessionServiceTest
class RefreshSessionTest {

    private static final Duration OVERLAP = Duration.ofSeconds(10);
    private static final Duration ACCESS = Duration.ofMinutes(5);

    private final Person pilot = Person.pilot();

    @Test
    void aRefreshGivesNewTokensOfTheSameSession() {
        Tokens first = Tokens.of(pilot);

        Response answer = Tokens.show(first.refresh());

        answer.then()
                .statusCode(200)
                .contentType("application/json")
                .header("Cache-Control", "no-store")
                .body("token_type", equalTo("Bearer"))
                .body("expires_in", equalTo(300))
                .body("version", equalTo("v1"))
                .body("data.access_token", equalTo(answer.path("access_token")))
                .body("data.refresh_token", equalTo(answer.path("refresh_token")))
                .body("size()", equalTo(7));
        Tokens second = Tokens.from(answer);
        assertThat(second.refresh()).isNotEqualTo(first.refresh());
        assertThat(second.session()).isEqualTo(first.session());
        assertThat(Person.statusOf(second.access())).isEqualTo(200);
        assertThat(sessions()).isEqualTo(1);
    }

    @Test
    void anEndedAccessTokenIsRefusedAndRenewed() {
        Tokens tokens = Tokens.of(pilot);
        MovableClock.advance(ACCESS);
        assertThat(Person.statusOf(tokens.access())).isEqualTo(401);

        Tokens renewed = tokens.refreshed();

        assertThat(Person.statusOf(renewed.access())).isEqualTo(200);
    }

    @Test
    void aClientMaySendTheEndedAccessTokenAlong() {
        Tokens tokens = Tokens.of(pilot);
        MovableClock.advance(ACCESS);

        Person.with(tokens.access())
                .contentType(ContentType.JSON)
                .body(Map.of("refresh_token", tokens.refresh()))
                .post("/api/v1/auth/refresh")
                .then()
                .statusCode(200);
    }

    @Test
    void aChainOfRefreshesGoesOn() {
        Tokens tokens = Tokens.of(pilot);

        for (int i = 0; i < 5; i++) {
            tokens = tokens.refreshed();
            MovableClock.advance(ACCESS);
        }

        assertThat(Person.statusOf(tokens.refreshed().access())).isEqualTo(200);
        assertThat(keptTokens(tokens)).isEqualTo(2);
    }

    @Test
    @DisplayName("R29 of 20 parallel refreshes all are answered, with the one token that lives from then on")
    void parallelRefreshesLeaveOneLiveDescendant() {
        Tokens tokens = Tokens.of(pilot);

        List<Response> answers = Race.of(20, i -> Tokens.show(tokens.refresh()));

        assertThat(answers).allMatch(answer -> answer.statusCode() == 200);
        assertThat(answers.stream().map(answer -> answer.path("refresh_token")).distinct())
                .hasSize(1);
        assertThat(liveTokens(tokens)).isEqualTo(1);
        assertThat(sessions()).isEqualTo(1);
        MovableClock.advance(OVERLAP.plusMillis(1));
        Tokens next = Tokens.from(answers.get(19)).refreshed();
        assertThat(Person.statusOf(next.access())).isEqualTo(200);
    }

    @Test
    @DisplayName("R29 whoever shows a replaced token within the overlap gets the token that is live by then")
    void aReplacedTokenIsAnsweredWithinTheOverlap() {
        Tokens first = Tokens.of(pilot);
        Tokens second = first.refreshed();
        Tokens third = second.refreshed();
        MovableClock.advance(OVERLAP.minusSeconds(2));

        Tokens late = first.refreshed();

        assertThat(late.refresh()).isEqualTo(third.refresh());
        assertThat(second.refreshed().refresh()).isEqualTo(third.refresh());
        assertThat(Person.statusOf(late.access())).isEqualTo(200);
    }

    @Test
    @DisplayName("R29 a token that is shown again after the overlap closes its session: no token of it works any more")
    void reuseAfterTheOverlapClosesTheSession() {
        Tokens stolen = Tokens.of(pilot);
        Tokens live = stolen.refreshed();
        Tokens other = Tokens.of(pilot);
        assertThat(Person.statusOf(live.access())).isEqualTo(200);
        MovableClock.advance(OVERLAP.plusMillis(1));

        assertRefused(Tokens.show(stolen.refresh()));

        Eventually.holds(
                "the access token is refused", Duration.ofSeconds(1), () -> Person.statusOf(live.access()) == 401);
        assertRefused(Tokens.show(live.refresh()));
        assertThat(Person.statusOf(other.access())).isEqualTo(200);
        assertThat(closedReason(live)).isEqualTo("refresh_token_reused");
    }

    @Test
    @DisplayName("R29 a token that was replaced long ago, and forgotten, closes its session too")
    void reuseOfAForgottenTokenClosesTheSession() {
        Tokens stolen = Tokens.of(pilot);
        Tokens live = stolen;
        for (int i = 0; i < 3; i++) {
            live = live.refreshed();
            MovableClock.advance(ACCESS);
        }
        assertThat(keptTokens(live)).isLessThan(4);

        assertRefused(Tokens.show(stolen.refresh()));

        assertRefused(Tokens.show(live.refresh()));
    }

    @Test
    @DisplayName("R09 R29 that a token was shown again is in the audit log and in the person's history")
    void reuseIsRecorded() {
        Tokens stolen = Tokens.of(pilot);
        stolen.refreshed();
        MovableClock.advance(OVERLAP.plusMillis(1));

        Tokens.show(stolen.refresh());
        Tokens.show(stolen.refresh());

        assertThat(Statements.number(
                        "select count(*) from sign_in_attempts where user_id = $1 and way_in = 'platform' and outcome ="
                                + " 'token_reused' and identifier = $2 and ip = '127.0.0.1' and user_agent = $3",
                        pilot.id(),
                        Long.toString(pilot.id()),
                        Person.CHROME))
                .isEqualTo(1);
        assertThat(Statements.number(
                        "select count(*) from sign_in_events where user_id = $1 and session_id = $2 and outcome ="
                                + " 'token_reused'",
                        pilot.id(),
                        stolen.session()))
                .isEqualTo(1);
    }

    @Test
    @DisplayName("R21 a closed session is not renewed")
    void aClosedSessionIsNotRenewed() {
        Tokens tokens = Tokens.of(pilot);
        Person.with(tokens.access()).post("/users/logout.json").then().statusCode(200);

        assertRefused(Tokens.show(tokens.refresh()));

        assertThat(closedReason(tokens)).isEqualTo("signed_out");
    }

    @Test
    @DisplayName("R47 a refresh and a sign-out at once leave the session closed")
    void aRefreshDoesNotResurrectASession() {
        for (int i = 0; i < 10; i++) {
            Tokens tokens = Tokens.of(pilot);
            List<Integer> statuses = Race.of(
                    2,
                    caller -> caller == 0
                            ? Tokens.show(tokens.refresh()).statusCode()
                            : Person.with(tokens.access())
                                    .post("/users/logout.json")
                                    .statusCode());

            assertThat(statuses.get(1)).isEqualTo(200);
            assertRefused(Tokens.show(tokens.refresh()));
        }
    }

    @Test
    @DisplayName("R25 neither a refresh nor its tokens outlive the session's absolute limit")
    void nothingOutlivesTheAbsoluteLimit() {
        Tokens tokens = Tokens.of(pilot);
        Statements.run(
                "update sessions set ends_at = now() + interval '2 minutes' where user_id = $1 and id = $2",
                pilot.id(),
                tokens.session());

        Response answer = Tokens.show(tokens.refresh());

        JsonObject claims = Person.claims(answer.path("access_token"));
        assertThat(claims.getLong("exp") - claims.getLong("iat")).isBetween(100L, 121L);
        assertThat(answer.<Integer>path("expires_in")).isBetween(100, 120);
        MovableClock.advance(Duration.ofMinutes(2));
        assertRefused(Tokens.show(answer.path("refresh_token")));
    }

    @Test
    @DisplayName("R25 refreshing is no use of the session: it ends by the idle limit")
    void anUnusedSessionEndsByTheIdleLimit() {
        Tokens tokens = Tokens.of(pilot);
        MovableClock.advance(Duration.ofDays(13));
        Tokens renewed = tokens.refreshed();
        MovableClock.advance(Duration.ofDays(1));

        assertRefused(Tokens.show(renewed.refresh()));
    }

    @Test
    @DisplayName("R22 after a switch a refresh gives a token of the new generation, and the switch's own is short too")
    void aRefreshAfterASwitchGivesTheNewGeneration() {
        Tokens tokens = Tokens.of(pilot);

        String moved = move(tokens, Person.membership(43, 1));
        Tokens renewed = tokens.refreshed();

        JsonObject claims = Person.claims(moved);
        assertThat(claims.getLong("exp") - claims.getLong("iat")).isEqualTo(300);
        assertThat(Person.claims(renewed.access()).getInteger("gen")).isEqualTo(2);
        assertThat(Person.statusOf(moved)).isEqualTo(200);
        assertThat(Person.statusOf(renewed.access())).isEqualTo(200);
        Eventually.holds(
                "the old token is refused", Duration.ofSeconds(1), () -> Person.statusOf(tokens.access()) == 401);
    }

    private String move(Tokens tokens, Member member) {
        return Person.service()
                .body(new JsonObject()
                        .put("generation", 1)
                        .put("member", FakePeers.json(member))
                        .encode())
                .post(pilot.internal("/sessions/" + tokens.session() + "/switch"))
                .then()
                .statusCode(200)
                .extract()
                .path("token");
    }

    @Test
    @DisplayName("R27 a token changed anywhere before its own secret is refused and closes nothing")
    void whoDoesNotKnowTheFamilyClosesNothing() {
        Tokens tokens = Tokens.of(pilot);
        String text = tokens.refresh();

        for (int i = 0; i < text.lastIndexOf('.'); i++) {
            char other = text.charAt(i) == '1' ? '2' : '1';
            assertRefused(Tokens.show(text.substring(0, i) + other + text.substring(i + 1)));
        }

        assertThat(Person.statusOf(tokens.refreshed().access())).isEqualTo(200);
    }

    @Test
    @DisplayName("R33 another person's session is not renewed with one's own secrets")
    void anotherPersonsSessionIsNotRenewed() {
        Person other = Person.pilot();
        Tokens foreign = Tokens.of(other);
        String own = Tokens.of(pilot).refresh();
        String secrets = own.substring(own.indexOf('.', own.indexOf('.') + 1));

        assertRefused(Tokens.show(other.id() + "." + foreign.session() + secrets));

        assertThat(Person.statusOf(foreign.refreshed().access())).isEqualTo(200);
    }

    @Test
    void aSessionWithOneLongTokenHasNothingToRenew() {
        String session = Person.sessionOf(pilot.signIn());

        assertRefused(Tokens.show(pilot.id() + "." + session + "." + "A".repeat(22) + "." + "A".repeat(43)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "...", "eyJhbGciOiJub25lIn0.e30.", "\u0000"})
    void whatIsNoTokenIsRefused(String text) {
        assertRefused(Tokens.show(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"refresh_token\":null}", "{\"refresh_token\":\" \"}"})
    void aMissingTokenIsNamed(String body) {
        given().contentType(ContentType.JSON)
                .body(body)
                .post("/api/v1/auth/refresh")
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/refresh_token"))
                .body("err", equalTo("The refresh token is missing"));
    }

    @Test
    @DisplayName("R34 an unknown field is refused")
    void anUnknownFieldIsRefused() {
        given().contentType(ContentType.JSON)
                .body(Map.of("refresh_token", "x", "scope", "all"))
                .post("/api/v1/auth/refresh")
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/scope"));
    }

    private static void assertRefused(Response answer) {
        answer.then()
                .statusCode(401)
                .contentType("application/problem+json")
                .header("WWW-Authenticate", "Bearer")
                .body("code", equalTo("UNAUTHENTICATED"))
                .body("msg", equalTo("The refresh token is not valid"))
                .body("err", equalTo("The refresh token is not valid"));
    }

    private long sessions() {
        return Statements.number("select count(*) from sessions where user_id = $1", pilot.id());
    }

    private long keptTokens(Tokens tokens) {
        return Statements.number(
                "select count(*) from refresh_tokens where user_id = $1 and session_id = $2",
                pilot.id(),
                tokens.session());
    }

    private long liveTokens(Tokens tokens) {
        return Statements.number(
                "select count(*) from refresh_tokens where user_id = $1 and session_id = $2 and rotated_at is null",
                pilot.id(),
                tokens.session());
    }

    private String closedReason(Tokens tokens) {
        return Statements.run(
                        "select closed_reason from sessions where user_id = $1 and id = $2",
                        pilot.id(),
                        tokens.session())
                .iterator()
                .next()
                .getString(0);
    }
}

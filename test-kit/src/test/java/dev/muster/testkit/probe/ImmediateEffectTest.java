package dev.muster.testkit.probe;

import static dev.muster.testkit.http.ProblemAssert.assertProblem;
import static dev.muster.testkit.http.RawHttp.request;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.kit.access.LiveSession;
import dev.muster.kit.access.Member;
import dev.muster.testkit.access.FakeSessionService;
import dev.muster.testkit.access.SessionServiceTestResource;
import dev.muster.testkit.access.SignedIn;
import dev.muster.testkit.access.TestTokens;
import dev.muster.testkit.http.RawHttp.Answer;
import dev.muster.testkit.postgres.PostgresTestResource;
import dev.muster.testkit.race.Race;
import dev.muster.testkit.time.Eventually;
import io.quarkus.scheduler.Scheduler;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Set;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.JsonWebKeySet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(PostgresTestResource.class)
@WithTestResource(SessionServiceTestResource.class)
class ImmediateEffectTest {

    private static final String REPORTS = "session-uses";

    /** A look-up is asked for again when it has no answer in time, which a slow machine may bring about. */
    private static final int TRIES = 3;

    private final FakeSessionService sessionService = SessionServiceTestResource.sessions();
    private final TestTokens tokens = SessionServiceTestResource.tokens();

    @TestHTTPResource(value = "/health/ready", management = true)
    String readiness;

    @Inject
    Scheduler scheduler;

    @BeforeEach
    @AfterEach
    void everythingIsThere() {
        sessionService.publishKeys(tokens.jwks());
        sessionService.comeBack();
        Eventually.holds("the service is ready", () -> ready() == 200);
    }

    @Test
    @DisplayName("R21 a closed session is refused and stays refused without a look-up")
    void aClosedSessionIsRefused() {
        SignedIn pilot = SignedIn.pilot(100_020, 42);
        assertThat(self(pilot).status()).isEqualTo(200);

        sessionService.close(pilot.session().userId(), pilot.session().id());

        Eventually.holds("it is refused", () -> self(pilot).status() == 401);
        int lookUps = sessionService.lookUps();
        for (int i = 0; i < 50; i++) {
            assertProblem(self(pilot), 401, "UNAUTHENTICATED");
        }
        assertThat(sessionService.lookUps()).isEqualTo(lookUps);
    }

    @Test
    @DisplayName("R22 a switched session: the new token is accepted at once, the old one is refused")
    void aSwitchedSessionRefusesItsOldToken() {
        SignedIn pilot = SignedIn.pilot(100_021, 42);
        String old = pilot.token();
        assertThat(self(old).status()).isEqualTo(200);

        LiveSession moved = changed(pilot.session(), 2, 2, SignedIn.member(43, 110, Set.of()));
        sessionService.change(moved);

        assertThat(self(tokens.tokenOf(moved)).status()).isEqualTo(200);
        Eventually.holds("the old token is refused", () -> self(old).status() == 401);
        assertThat(self(tokens.tokenOf(moved)).status()).isEqualTo(200);
    }

    @Test
    @DisplayName("R23 a lost permission bites")
    void aLostPermissionBites() {
        SignedIn admin = SignedIn.admin(100_022, 42);
        assertThat(get("/admin", admin.token()).status()).isEqualTo(200);

        sessionService.change(changed(admin.session(), 2, 1, SignedIn.member(42, 110, Set.of())));

        Eventually.holds("it is refused", () -> get("/admin", admin.token()).status() == 403);
        assertThat(self(admin).status()).isEqualTo(200);
    }

    @Test
    @DisplayName("R24 the feed is cut: a closed session is refused, and readiness tells of it")
    void withoutTheFeedAClosedSessionIsRefusedWithinTheStaleness() {
        SignedIn pilot = SignedIn.pilot(100_023, 42);
        SignedIn other = SignedIn.pilot(100_024, 42);
        assertThat(self(pilot).status()).isEqualTo(200);
        assertThat(self(other).status()).isEqualTo(200);

        sessionService.cutFeed();
        sessionService.close(pilot.session().userId(), pilot.session().id());

        Eventually.holds("it is refused", () -> self(pilot).status() == 401);
        assertThat(self(other).status()).isEqualTo(200);
        Eventually.holds("readiness tells it", () -> ready() == 503);
    }

    @Test
    @DisplayName("R24 session-service is away: 503 after the staleness, never 200, and never a new caller")
    void withoutSessionServiceNobodyIsLetIn() {
        SignedIn pilot = SignedIn.pilot(100_025, 42);
        SignedIn newcomer = SignedIn.pilot(100_026, 42);
        assertThat(self(pilot).status()).isEqualTo(200);

        sessionService.goAway();
        Eventually.holds("it is refused", () -> self(pilot).status() == 503);

        for (int i = 0; i < 20; i++) {
            assertProblem(self(pilot), 503, "SERVICE_UNAVAILABLE").header("Retry-After", "1");
        }
        assertProblem(self(newcomer), 503, "SERVICE_UNAVAILABLE");
        assertThat(request("GET", "/open").send().status()).isEqualTo(200);

        sessionService.comeBack();
        Eventually.holds("it is let in again", () -> self(pilot).status() == 200);
    }

    @Test
    @DisplayName("R24 after the feed returns with its cursor nothing was missed")
    void afterTheFeedReturnsNothingWasMissed() {
        SignedIn closed = SignedIn.pilot(100_027, 42);
        SignedIn demoted = SignedIn.admin(100_028, 42);
        assertThat(self(closed).status()).isEqualTo(200);
        assertThat(get("/admin", demoted.token()).status()).isEqualTo(200);

        sessionService.cutFeed();
        sessionService.close(closed.session().userId(), closed.session().id());
        sessionService.change(changed(demoted.session(), 2, 1, SignedIn.member(42, 110, Set.of())));
        sessionService.restoreFeed();
        Eventually.holds("the service is ready", () -> ready() == 200);

        Eventually.holds("the closed one is refused", () -> self(closed).status() == 401);
        Eventually.holds(
                "the demoted one is refused",
                () -> get("/admin", demoted.token()).status() == 403);
    }

    @Test
    void manyFirstRequestsAtTheSameTimeShareOneLookUp() {
        SignedIn pilot = SignedIn.pilot(100_029, 42);
        sessionService.delayLookUps(Duration.ofMillis(100));
        int before = sessionService.lookUps();

        var statuses = Race.of(32, caller -> self(pilot).status());

        sessionService.delayLookUps(Duration.ZERO);
        assertThat(statuses).containsOnly(200);
        assertThat(sessionService.lookUps() - before).isBetween(1, TRIES);
    }

    @Test
    @DisplayName("R25 uses are reported in batches and kept when the report fails")
    void usesAreReportedAlsoAfterAFailure() {
        SignedIn pilot = SignedIn.pilot(100_030, 42);
        String id = pilot.session().id().value();
        int failures = failedReports();
        scheduler.pause(REPORTS);
        try {
            Eventually.holds(
                    "the circuit that an earlier test opened is closed",
                    () -> self(pilot).status() == 200);
            sessionService.goAway();
        } finally {
            scheduler.resume(REPORTS);
        }
        Eventually.holds("a report has failed", () -> failedReports() > failures);
        assertThat(sessionService.reportedUses()).noneMatch(report -> report.contains(id));

        sessionService.comeBack();

        Eventually.holds(
                "the use is reported",
                () -> sessionService.reportedUses().stream().anyMatch(report -> report.contains(id)));
    }

    private static int failedReports() {
        return LoggedProblems.containing("could not be reported yet").size();
    }

    @Test
    @DisplayName("R28 keys rotate by the feed: the new one accepted, the retired one refused at once though cached")
    void keysRotateByTheFeed() {
        SignedIn pilot = SignedIn.pilot(100_031, 42);
        TestTokens next = new TestTokens();
        assertThat(self(pilot).status()).isEqualTo(200);
        assertThat(self(next.tokenOf(pilot.session())).status()).isEqualTo(401);

        sessionService.publishKeys(new JsonWebKeySet(tokens.key(), next.key()).toJson(OutputControlLevel.PUBLIC_ONLY));
        Eventually.holds(
                "the new key is accepted",
                () -> self(next.tokenOf(pilot.session())).status() == 200);
        assertThat(self(pilot).status()).isEqualTo(200);

        sessionService.publishKeys(next.jwks());
        Eventually.holds("the retired key is refused", () -> self(pilot).status() == 401);
        assertThat(self(next.tokenOf(pilot.session())).status()).isEqualTo(200);
    }

    private static LiveSession changed(LiveSession session, long version, int generation, Member member) {
        return new LiveSession(
                session.id(),
                session.userId(),
                version,
                generation,
                session.api(),
                session.secondFactor(),
                session.networkRating(),
                session.pilotRating(),
                session.expires(),
                member);
    }

    private int ready() {
        return RestAssured.get(readiness).statusCode();
    }

    private static Answer self(SignedIn caller) {
        return self(caller.token());
    }

    private static Answer self(String token) {
        return get("/self", token);
    }

    private static Answer get(String path, String token) {
        return request("GET", path).header("Authorization", "Bearer " + token).send();
    }
}

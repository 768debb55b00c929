package dev.muster.session.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.muster.session.SessionServiceTest;
import dev.muster.session.support.FakePeers;
import dev.muster.session.support.PeersTestResource;
import dev.muster.session.support.Person;
import dev.muster.testkit.http.Trouble;
import dev.muster.testkit.postgres.Statements;
import dev.muster.testkit.time.Eventually;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@SessionServiceTest
class PeersAwayTest {

    private static final Duration IDENTITY_DEADLINE = Duration.ofSeconds(5);
    private static final Duration ORG_DEADLINE = Duration.ofSeconds(2);

    /** For what is done besides waiting, on a machine that is busy. */
    private static final Duration SLACK = Duration.ofSeconds(10);

    private final FakePeers peers = PeersTestResource.peers();

    /** A circuit that failures opened closes again with the first calls that succeed. */
    @AfterEach
    void allIsWellAgain() {
        peers.recover();
        Eventually.holds(
                "people can sign in again",
                () -> Person.pilot().trySignIn(FakePeers.PASSWORD).statusCode() == 200);
    }

    @ParameterizedTest
    @EnumSource(
            value = Trouble.class,
            names = {"CLOSES_CONNECTIONS", "FAILS"})
    @DisplayName("R09 without identity-service nobody signs in, and the attempt is in the audit log")
    void withoutIdentityServiceNobodySignsIn(Trouble trouble) {
        Person pilot = Person.pilot();
        peers.identitySuffers(trouble);

        assertUnavailable(pilot.trySignIn(FakePeers.PASSWORD), pilot);
    }

    @ParameterizedTest
    @EnumSource(
            value = Trouble.class,
            names = {"CLOSES_CONNECTIONS", "FAILS"})
    @DisplayName("R09 without org-service nobody signs in, and the attempt is in the audit log")
    void withoutOrgServiceNobodySignsIn(Trouble trouble) {
        Person pilot = Person.pilot();
        peers.orgSuffers(trouble);

        assertUnavailable(pilot.trySignIn(FakePeers.PASSWORD), pilot);
    }

    @Test
    @DisplayName("R09 R46 a silent identity-service costs at most its deadline, and the attempt is in the audit log")
    void aSilentIdentityServiceCostsItsDeadline() {
        Person pilot = Person.pilot();
        pilot.trySignIn("wrong").then().statusCode(401);
        peers.identitySuffers(Trouble.NEVER_ANSWERS);
        long start = System.nanoTime();

        assertUnavailable(pilot.trySignIn(FakePeers.PASSWORD), pilot);

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(IDENTITY_DEADLINE.plus(SLACK));
    }

    @Test
    @DisplayName("R09 R46 a silent org-service costs at most its deadline, twice, and the attempt is in the audit log")
    void aSilentOrgServiceCostsItsDeadlineTwice() {
        Person pilot = Person.pilot();
        pilot.trySignIn("wrong").then().statusCode(401);
        peers.orgSuffers(Trouble.NEVER_ANSWERS);
        long start = System.nanoTime();

        assertUnavailable(pilot.trySignIn(FakePeers.PASSWORD), pilot);

        assertThat(Duration.ofNanos(System.nanoTime() - start))
                .isLessThan(ORG_DEADLINE.multipliedBy(2).plus(SLACK));
    }

    @Test
    @DisplayName("R09 R46 after repeated failures identity-service is left alone, and every attempt is audited")
    void repeatedFailuresOpenTheCircuitToIdentityService() {
        peers.identitySuffers(Trouble.FAILS);

        assertLeftAlone(peers::identityCalls);
    }

    @Test
    @DisplayName("R09 R46 after repeated failures org-service is left alone, and every attempt is audited")
    void repeatedFailuresOpenTheCircuitToOrgService() {
        peers.orgSuffers(Trouble.FAILS);

        assertLeftAlone(peers::orgCalls);
    }

    /** However slow the machine is, one of many attempts in a row fails without a call. */
    private static void assertLeftAlone(LongSupplier calls) {
        Person pilot = Person.pilot();
        AtomicLong attempts = new AtomicLong();
        Eventually.holds("an attempt fails without a call", () -> {
            long before = calls.getAsLong();
            pilot.trySignIn(FakePeers.PASSWORD).then().statusCode(503);
            attempts.incrementAndGet();
            return calls.getAsLong() == before;
        });
        assertThat(failedAttemptsOf(pilot)).isEqualTo(attempts.get());
    }

    @Test
    @DisplayName("R04 a throttled attempt is told when to come back, and is no failure of identity-service")
    void aThrottledAttemptIsToldWhenToComeBack() {
        Person pilot = Person.pilot();
        peers.throttle(417);

        for (int i = 0; i < 40; i++) {
            pilot.trySignIn(FakePeers.PASSWORD)
                    .then()
                    .statusCode(429)
                    .header("Retry-After", "417")
                    .contentType("application/problem+json")
                    .body("code", equalTo("TOO_MANY_ATTEMPTS"))
                    .body("response.result", equalTo(false));
        }

        assertThat(sessionsOf(pilot)).isZero();
    }

    private static void assertUnavailable(Response answer, Person person) {
        answer.then()
                .statusCode(503)
                .header("Retry-After", "1")
                .contentType("application/problem+json")
                .body("code", equalTo("SERVICE_UNAVAILABLE"))
                .body("response.result", equalTo(false));
        assertThat(sessionsOf(person)).isZero();
        assertThat(failedAttemptsOf(person)).isEqualTo(1);
    }

    private static long failedAttemptsOf(Person person) {
        return Statements.number(
                "select count(*) from sign_in_attempts where identifier = $1 and outcome = 'failed'", person.email());
    }

    private static long sessionsOf(Person person) {
        return Statements.number("select count(*) from sessions where user_id = $1", person.id());
    }
}

package dev.muster.session.listing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.session.SessionServiceTest;
import dev.muster.session.support.MovableClock;
import dev.muster.session.support.Person;
import dev.muster.testkit.postgres.Statements;
import dev.muster.testkit.time.Eventually;
import io.quarkus.scheduler.Scheduler;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@SessionServiceTest
class SessionLimitsTest {

    private static final Duration IDLE = Duration.ofDays(14);
    private static final Duration ABSOLUTE = Duration.ofDays(30);
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final String REPORTS = "session-uses";
    private static final String REPORT = "%update sessions s set last_used_at%";

    @Inject
    Scheduler scheduler;

    @Test
    @DisplayName("R25 a session that is not used for 14 days has ended")
    void anIdleSessionEnds() {
        String token = Person.pilot().signIn();

        MovableClock.advance(IDLE.plus(MINUTE));

        assertThat(Person.statusOf(token)).isEqualTo(401);
    }

    @Test
    @DisplayName("R25 a use starts the 14 days again")
    void aUseStartsTheIdleTimeAgain() {
        Person pilot = Person.pilot();
        String token = pilot.signIn();
        MovableClock.advance(IDLE.minus(MINUTE));
        Instant used = MovableClock.now();
        assertThat(Person.statusOf(token)).isEqualTo(200);
        Eventually.holds("the use is reported", () -> !lastUse(token).isBefore(used.minusSeconds(1)));

        MovableClock.advance(IDLE.minus(MINUTE));

        assertThat(Person.statusOf(token)).isEqualTo(200);
    }

    @Test
    @DisplayName("R25 after 30 days a session has ended however much it was used")
    void noSessionOutlivesTheAbsoluteLimit() {
        String token = Person.pilot().signIn();
        for (int i = 0; i < 2; i++) {
            MovableClock.advance(Duration.ofDays(13));
            Instant used = MovableClock.now();
            assertThat(Person.statusOf(token)).isEqualTo(200);
            Eventually.holds("the use is reported", () -> !lastUse(token).isBefore(used.minusSeconds(1)));
        }

        MovableClock.advance(ABSOLUTE.minus(Duration.ofDays(26)).plus(MINUTE));

        assertThat(Person.statusOf(token)).isEqualTo(401);
    }

    @Test
    @DisplayName("R25 however many uses there were between two reports, they are one statement")
    void usesAreWrittenInBatches() {
        String token = Person.pilot().signIn();
        Instant first = use(token);
        Eventually.holds(
                "all uses until now are reported", () -> !lastUse(token).isBefore(first));
        Instant last;
        long before;
        scheduler.pause(REPORTS);
        try {
            before = Statements.calls(REPORT);
            for (int i = 0; i < 49; i++) {
                use(token);
            }
            MovableClock.advance(MINUTE);
            last = use(token);
        } finally {
            scheduler.resume(REPORTS);
        }

        Eventually.holds("the uses are reported", () -> !lastUse(token).isBefore(last));
        assertThat(Statements.calls(REPORT) - before).isEqualTo(1);
    }

    /** The moment before the use. */
    private static Instant use(String token) {
        Instant before = MovableClock.now().truncatedTo(ChronoUnit.MICROS);
        assertThat(Person.statusOf(token)).isEqualTo(200);
        return before;
    }

    @Test
    @DisplayName("R25 a use that a wrong clock dates into the future counts as now")
    void aUseInTheFutureCountsAsNow() {
        Person pilot = Person.pilot();
        String token = pilot.signIn();

        report(pilot, token, MovableClock.now().plus(Duration.ofDays(20)));

        assertThat(lastUse(token)).isBefore(MovableClock.now().plusSeconds(1));
    }

    @Test
    @DisplayName("R25 a late report of an earlier use changes nothing")
    void aUseNeverMovesBackwards() {
        Person pilot = Person.pilot();
        String token = pilot.signIn();
        Instant before = lastUse(token);

        report(pilot, token, MovableClock.now().minus(Duration.ofDays(1)));

        assertThat(lastUse(token)).isEqualTo(before);
    }

    private static void report(Person person, String token, Instant at) {
        Person.service()
                .body("[{\"userId\":" + person.id() + ",\"sessionId\":\"" + Person.sessionOf(token) + "\",\"at\":\""
                        + at + "\"}]")
                .post("/internal/session-uses")
                .then()
                .statusCode(204);
    }

    private static Instant lastUse(String token) {
        return Statements.run("select last_used_at from sessions where id = $1", Person.sessionOf(token))
                .iterator()
                .next()
                .getOffsetDateTime(0)
                .toInstant();
    }
}

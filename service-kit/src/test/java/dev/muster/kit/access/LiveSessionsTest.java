package dev.muster.kit.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.muster.kit.id.SessionId;
import dev.muster.kit.id.UserId;
import dev.muster.kit.problem.Problem;
import dev.muster.kit.problem.ProblemException;
import io.smallrye.mutiny.helpers.test.UniAssertSubscriber;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class LiveSessionsTest {

    private static final UserId USER = new UserId(100_001);
    private static final SessionId SESSION = new SessionId("session-1");
    private static final Duration STALENESS = Limits.SMALL.staleness();

    private final MovableTime time = new MovableTime();
    private final FakeSource source = new FakeSource();
    private final LiveSessions sessions = new LiveSessions(source, Limits.SMALL, time, time);

    @BeforeEach
    void connectTheFeed() {
        sessions.apply(SessionSignal.reset("0"));
        beat();
    }

    @Test
    void aKnownSessionCostsNoFurtherQuestionWhileTheFeedBeats() {
        source.knows(session(1, 1));

        for (int second = 0; second < 3600; second++) {
            assertThat(open(1)).isPresent();
            time.pass(Duration.ofSeconds(1));
            beat();
        }

        assertThat(source.questions()).isEqualTo(1);
    }

    @Test
    @DisplayName("R21 closed by the feed: refused at once and for good, without a question")
    void aClosedSessionIsRefusedAtOnce() {
        source.knows(session(1, 1));
        open(1);

        sessions.apply(SessionSignal.closed(USER, SESSION));

        assertThat(open(1)).isEmpty();
        sessions.apply(SessionSignal.changed(session(9, 1)));
        assertThat(open(1)).isEmpty();
        assertThat(source.questions()).isEqualTo(1);
    }

    @Test
    @DisplayName("R22 switched: the old generation refused, the new one accepted at once")
    void anOldGenerationIsRefusedAndTheNewOneAccepted() {
        source.knows(session(1, 1));
        open(1);

        sessions.apply(SessionSignal.changed(session(2, 2)));

        assertThat(open(1)).isEmpty();
        assertThat(open(2)).isPresent();
        assertThat(source.questions()).isEqualTo(1);
    }

    @Test
    @DisplayName("R22 the new token arrives before the news of the switch")
    void aNewerGenerationThanKnownIsAskedFor() {
        source.knows(session(1, 1));
        open(1);
        source.knows(session(2, 2));

        assertThat(open(2)).isPresent();
        assertThat(open(1)).isEmpty();
        assertThat(source.questions()).isEqualTo(2);
    }

    @Test
    @DisplayName("R22 the new token joins a question that was asked before the switch")
    void aNewerGenerationThanTheAnswerUnderWayIsAskedForAgain() {
        source.answersWhenTold();
        var old = ask(1);
        var switched = ask(2);

        source.reply(Optional.of(session(1, 1)));
        assertThat(old.awaitItem().getItem()).isPresent();
        switched.assertNotTerminated();
        source.reply(Optional.of(session(2, 2)));

        assertThat(switched.awaitItem().getItem()).isPresent();
        assertThat(source.questions()).isEqualTo(2);
    }

    @Test
    void aGenerationThatNeverWasIsAskedForButNotAgainAndAgain() {
        source.knows(session(1, 1));

        assertThat(open(7)).isEmpty();

        assertThat(source.questions()).isLessThanOrEqualTo(2);
    }

    @Test
    void anotherUserIsRefused() {
        source.knows(session(1, 1));
        open(1);

        assertThat(sessions.open(new UserId(100_002), SESSION, 1).await().indefinitely())
                .isEmpty();
    }

    @Test
    @DisplayName("R24 the feed is lost: asked again after the staleness, and refused when closed meanwhile")
    void withoutTheFeedASessionIsAskedForAgain() {
        source.knows(session(1, 1));
        open(1);

        time.pass(STALENESS);
        assertThat(open(1)).isPresent();
        assertThat(source.questions()).isEqualTo(1);
        source.knowsNothing();
        time.pass(Duration.ofNanos(1));

        assertThat(open(1)).isEmpty();
        assertThat(source.questions()).isEqualTo(2);
        assertThat(sessions.isFeedCurrent()).isFalse();
    }

    @Test
    @DisplayName("R24 the feed and session-service are lost: refused with 503, never let in")
    void withoutAnybodyToAskNobodyIsLetIn() {
        source.knows(session(1, 1));
        open(1);
        source.goAway();

        time.pass(STALENESS.plusNanos(1));

        assertUnavailable(1);
        source.comeBack();
        assertThat(open(1)).isPresent();
    }

    @Test
    @DisplayName(
            "R24 after the feed returns with its cursor, what it tells first is applied before anything is trusted")
    void afterTheFeedReturnsNothingWasMissed() {
        source.knows(session(1, 1));
        open(1);
        source.goAway();
        time.pass(Duration.ofMinutes(1));

        sessions.apply(SessionSignal.closed(USER, SESSION));
        beat();

        assertThat(open(1)).isEmpty();
        assertThat(sessions.isFeedCurrent()).isTrue();
    }

    @Test
    @DisplayName("R24 what was learned while the feed was lost is covered again when it returns")
    void whatWasLearnedMeanwhileIsCoveredAfterwards() {
        source.knows(session(1, 1));
        time.pass(Duration.ofMinutes(1));
        assertThat(open(1)).isPresent();
        time.pass(Duration.ofSeconds(4));
        beat();

        time.pass(Duration.ofSeconds(4));

        assertThat(open(1)).isPresent();
        assertThat(source.questions()).isEqualTo(1);
    }

    @Test
    @DisplayName("R24 a feed that cannot resume: everything is forgotten")
    void afterAResetEverythingIsAskedForAgain() {
        source.knows(session(1, 1));
        open(1);
        source.knowsNothing();

        sessions.apply(SessionSignal.reset("77"));

        assertThat(open(1)).isEmpty();
        assertThat(source.questions()).isEqualTo(2);
    }

    @Test
    @DisplayName("R24 an answer asked for before a reset is not covered by the feed afterwards")
    void anAnswerFromBeforeAResetIsTrustedNoLongerThanTheStaleness() {
        source.answersWhenTold();
        var before = ask(1);
        time.pass(Duration.ofMillis(10));
        sessions.apply(SessionSignal.reset("77"));
        source.reply(Optional.of(session(1, 1)));
        before.awaitItem();

        for (int second = 0; second < 6; second++) {
            time.pass(Duration.ofSeconds(1));
            beat();
        }
        var after = ask(1);
        source.reply(Optional.empty());

        assertThat(after.awaitItem().getItem()).isEmpty();
    }

    @Test
    void beforeTheFeedWasEverConnectedAnAnswerIsTrustedForTheStaleness() {
        LiveSessions fresh = new LiveSessions(source, Limits.SMALL, time, time);
        fresh.apply(SessionSignal.beat("5"));
        source.knows(session(1, 1));
        fresh.open(USER, SESSION, 1).await().indefinitely();

        time.pass(STALENESS.plusNanos(1));
        source.knowsNothing();

        assertThat(fresh.open(USER, SESSION, 1).await().indefinitely()).isEmpty();
        assertThat(fresh.isFeedCurrent()).isFalse();
    }

    @Test
    @DisplayName("R21 the news of closing overtakes an answer under way")
    void anEventOvertakesAnAnswerUnderWay() {
        source.answersWhenTold();
        var asking = ask(1);

        sessions.apply(SessionSignal.closed(USER, SESSION));
        source.reply(Optional.of(session(1, 1)));

        assertThat(asking.awaitItem().getItem()).isEmpty();
        assertThat(open(1)).isEmpty();
    }

    @Test
    @DisplayName("R23 the higher version wins, whichever comes first")
    void theHigherVersionWins() {
        source.answersWhenTold();
        var asking = ask(1);

        sessions.apply(SessionSignal.changed(session(3, 1)));
        source.reply(Optional.of(session(2, 1)));

        assertThat(asking.awaitItem().getItem().orElseThrow().version()).isEqualTo(3);
        sessions.apply(SessionSignal.changed(session(2, 1)));
        assertThat(open(1).orElseThrow().version()).isEqualTo(3);
    }

    @Test
    void callersAtTheSameTimeShareOneQuestion() {
        source.answersWhenTold();
        List<UniAssertSubscriber<Optional<LiveSession>>> callers = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            callers.add(ask(1));
        }

        source.reply(Optional.of(session(1, 1)));

        assertThat(callers)
                .allSatisfy(caller -> assertThat(caller.awaitItem().getItem()).isPresent());
        assertThat(source.questions()).isEqualTo(1);
    }

    @Test
    void aFailedQuestionIsAskedAgainByTheNextCaller() {
        source.answersWhenTold();
        var first = ask(1);
        source.fail();
        first.awaitFailure();

        var second = ask(1);
        source.reply(Optional.of(session(1, 1)));

        assertThat(second.awaitItem().getItem()).isPresent();
    }

    @Test
    void oneCallerThatHangsUpDoesNotDisturbTheOthers() {
        source.answersWhenTold();
        var impatient = ask(1);
        var patient = ask(1);

        impatient.cancel();
        source.reply(Optional.of(session(1, 1)));

        assertThat(patient.awaitItem().getItem()).isPresent();
        assertThat(open(1)).isPresent();
    }

    @Test
    void theLastCallerThatHangsUpLeavesTheWayFree() {
        source.answersWhenTold();
        ask(1).cancel();

        var next = ask(1);
        source.reply(Optional.of(session(1, 1)));
        while (source.isAsked()) {
            source.reply(Optional.of(session(1, 1)));
        }

        assertThat(next.awaitItem().getItem()).isPresent();
    }

    @Test
    @DisplayName("R25 an expired session is asked for: it may have been used elsewhere")
    void anExpiredSessionIsAskedForAgain() {
        source.knows(session(1, 1, Duration.ofMinutes(1)));
        open(1);
        for (int second = 0; second < 60; second++) {
            time.pass(Duration.ofSeconds(1));
            beat();
        }

        source.knows(session(2, 1, Duration.ofDays(14)));
        assertThat(open(1)).isPresent();
        assertThat(source.questions()).isEqualTo(2);
    }

    @Test
    @DisplayName("R25 an expired session that nobody prolonged is refused")
    void anExpiredSessionIsRefusedWhateverTheAnswer() {
        source.knows(session(1, 1, Duration.ofMinutes(1)));
        open(1);
        time.pass(Duration.ofMinutes(1));
        beat();

        assertThat(open(1)).isEmpty();
    }

    @Test
    void theCacheIsBounded() {
        LiveSessions small = new LiveSessions(source, new Limits(STALENESS, 10, 10), time, time);
        small.apply(SessionSignal.reset("0"));

        for (int i = 0; i < 2000; i++) {
            SessionId id = new SessionId("session-" + i % 1000);
            source.knows(session(id, 1, 1, Duration.ofDays(1)));
            assertThat(small.open(USER, id, 1).await().indefinitely()).isPresent();
        }

        assertThat(source.questions()).isGreaterThan(1900);
    }

    private Optional<LiveSession> open(int generation) {
        return sessions.open(USER, SESSION, generation).await().indefinitely();
    }

    private UniAssertSubscriber<Optional<LiveSession>> ask(int generation) {
        return sessions.open(USER, SESSION, generation).subscribe().withSubscriber(UniAssertSubscriber.create());
    }

    private void assertUnavailable(int generation) {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> open(generation))
                .matches(e -> e.problem() == Problem.SERVICE_UNAVAILABLE);
    }

    private void beat() {
        sessions.apply(SessionSignal.beat("1"));
    }

    private LiveSession session(long version, int generation) {
        return session(version, generation, Duration.ofDays(14));
    }

    private LiveSession session(long version, int generation, Duration ttl) {
        return session(SESSION, version, generation, ttl);
    }

    private LiveSession session(SessionId id, long version, int generation, Duration ttl) {
        return new LiveSession(
                id,
                USER,
                version,
                generation,
                false,
                false,
                1,
                0,
                time.instant().plus(ttl),
                null);
    }
}

package dev.muster.session.feed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.kit.access.SessionSignal;
import dev.muster.kit.access.SessionSignal.Kind;
import dev.muster.session.SessionPolicy;
import dev.muster.session.SessionServiceTest;
import dev.muster.session.support.DatabaseWire;
import dev.muster.session.support.FeedReader;
import dev.muster.session.support.Person;
import dev.muster.session.token.SigningKeys;
import dev.muster.testkit.time.Eventually;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.helpers.test.AssertSubscriber;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.smallrye.mutiny.subscription.Cancellable;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A second replica's feed, made by hand, on a database connection that can be cut. */
@SessionServiceTest
class FeedFaultsTest {

    private static final Duration THREE_BEATS = Duration.ofMillis(1_500);

    @Inject
    Vertx vertx;

    @Inject
    SigningKeys keys;

    @Inject
    SessionPolicy policy;

    @Inject
    Clock clock;

    @ConfigProperty(name = "muster.database.address")
    String database;

    private DatabaseWire wire;
    private Pool pool;
    private SessionEventFeed feed;
    private long beats;

    @BeforeEach
    void connect() {
        wire = DatabaseWire.to(database);
        pool = wire.pool(vertx);
        feed = new SessionEventFeed(new LogOfManyThreads(pool, policy, clock), keys, vertx);
        beats = vertx.setPeriodic(1, 100, timer -> feed.wake());
    }

    @AfterEach
    void disconnect() {
        vertx.cancelTimer(beats);
        pool.closeAndForget();
        wire.close();
    }

    @Test
    @DisplayName("R24 beats stop while the database is away, and what happened meanwhile is heard before the next")
    void beatsStopWhileTheDatabaseIsAway() {
        String token = Person.pilot().signIn();
        AssertSubscriber<SessionSignal> reader = read(Long.MAX_VALUE);
        Eventually.holds("beats are heard", () -> count(reader, Kind.BEAT) > 2);

        wire.cut();
        Eventually.holds("the cut is noticed", () -> !feed.isCurrent());
        long heard = count(reader, Kind.BEAT);
        Person.with(token).post("/users/logout.json").then().statusCode(200);
        await(THREE_BEATS);
        assertThat(count(reader, Kind.BEAT)).isEqualTo(heard);
        wire.restore();

        Eventually.holds("beats are heard again", () -> count(reader, Kind.BEAT) > heard);
        assertThat(reader.getItems())
                .anyMatch(signal -> signal.kind() == Kind.CLOSED
                        && signal.sessionId().value().equals(Person.sessionOf(token)));
        assertThat(count(reader, Kind.RESET)).isEqualTo(1);
    }

    @Test
    @DisplayName("R24 a reader that was away hears no beat before all that it missed, whoever else tells it news")
    void aReaderHearsNoBeatBeforeThePast() throws InterruptedException {
        List<String> closed = List.of(Person.pilot().signIn(), Person.pilot().signIn());
        String cursor = FeedReader.cursorOfNow();
        closed.forEach(
                token -> Person.with(token).post("/users/logout.json").then().statusCode(200));
        AssertSubscriber<SessionSignal> present = read(Long.MAX_VALUE);
        Eventually.holds("beats are heard", () -> count(present, Kind.BEAT) > 0);
        List<Kind> heard = new CopyOnWriteArrayList<>();
        CountDownLatch telling = new CountDownLatch(1);
        CountDownLatch others = new CountDownLatch(1);

        Cancellable returning = feed.signals(Optional.of(cursor)).subscribe().with(signal -> {
            heard.add(signal.kind());
            if (signal.kind() == Kind.CLOSED) {
                telling.countDown();
                await(others);
            }
        });

        assertThat(telling.await(20, TimeUnit.SECONDS)).isTrue();
        long beats = count(present, Kind.BEAT);
        Eventually.holds("everybody was told the news meanwhile", () -> count(present, Kind.BEAT) > beats + 2);
        others.countDown();
        Eventually.holds("the reader hears a beat", () -> heard.contains(Kind.BEAT));
        assertThat(heard.subList(0, heard.indexOf(Kind.BEAT)))
                .filteredOn(Kind.CLOSED::equals)
                .hasSize(2);
        returning.cancel();
    }

    @Test
    @DisplayName("R24 a database that does not answer silences the feed for its deadline only")
    void aDatabaseThatDoesNotAnswerSilencesTheFeedForItsDeadlineOnly() {
        AssertSubscriber<SessionSignal> reader = read(Long.MAX_VALUE);
        Eventually.holds("beats are heard", () -> count(reader, Kind.BEAT) > 2);

        wire.stall();
        Eventually.holds("the silence is noticed", () -> !feed.isCurrent());
        long heard = count(reader, Kind.BEAT);
        wire.restore();

        Eventually.holds("beats are heard again", () -> count(reader, Kind.BEAT) > heard);
    }

    @Test
    void aReaderThatDoesNotReadIsCutOff() {
        AssertSubscriber<SessionSignal> reader = read(0);

        for (int i = 0; i < SessionEventFeed.LONGEST_BACKLOG + 10; i++) {
            feed.publishKeys(new SigningKeys.KeysChanged("{\"keys\":[]}"));
        }
        reader.request(SessionEventFeed.LONGEST_BACKLOG);

        Eventually.holds("the reader is cut off", () -> reader.getFailure() != null);
    }

    @Test
    @DisplayName("R48 a replica that is about to stop ends its readers' feeds, and those that still come")
    void aReplicaThatLeavesEndsItsFeeds() {
        AssertSubscriber<SessionSignal> reader = read(Long.MAX_VALUE);
        Eventually.holds("beats are heard", () -> count(reader, Kind.BEAT) > 2);

        feed.leave(new ShutdownDelayInitiatedEvent());
        AssertSubscriber<SessionSignal> latecomer = read(Long.MAX_VALUE);

        Eventually.holds("the feed has ended", reader::hasCompleted);
        Eventually.holds("the other feed has ended", latecomer::hasCompleted);
    }

    private AssertSubscriber<SessionSignal> read(long requested) {
        return feed.signals(Optional.empty()).subscribe().withSubscriber(AssertSubscriber.create(requested));
    }

    private static long count(AssertSubscriber<SessionSignal> reader, Kind kind) {
        return reader.getItems().stream()
                .filter(signal -> signal.kind() == kind)
                .count();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Nothing must happen in this time, so there is nothing to wait for. */
    private static void await(Duration time) {
        long end = System.nanoTime() + time.toNanos();
        Eventually.holds("time passes", () -> System.nanoTime() - end > 0);
    }

    /** Answers each reading on a thread of its own, as the connections of a pool do, but one that may wait. */
    private static final class LogOfManyThreads extends SessionLog {

        LogOfManyThreads(Pool pool, SessionPolicy policy, Clock clock) {
            super(pool, policy, clock);
        }

        @Override
        Uni<SessionChanges> since(String cursor) {
            return super.since(cursor).emitOn(Infrastructure.getDefaultWorkerPool());
        }
    }
}

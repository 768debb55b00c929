package dev.muster.kit.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.testkit.access.SessionServiceTestResource;
import dev.muster.testkit.postgres.PostgresTestResource;
import dev.muster.testkit.postgres.Statements;
import dev.muster.testkit.reactive.Reactive;
import dev.muster.testkit.time.Eventually;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.impl.VertxInternal;
import jakarta.inject.Inject;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(PostgresTestResource.class)
@WithTestResource(SessionServiceTestResource.class)
class CompetingDispatchersTest {

    private static final int ROWS = 500;

    @Inject
    ProbeChanges changes;

    @Inject
    ProbeHandler handler;

    @Inject
    OutboxTable table;

    @Inject
    Delivery delivery;

    @Inject
    OutboxConfig config;

    @Inject
    Vertx vertx;

    @Test
    void threeDispatchersDeliverEveryRowExactlyOnce() {
        Lane second = anotherReplica(table);
        Lane third = anotherReplica(table);
        long timer = vertx.setPeriodic(5, ignored -> {
            second.wake();
            third.wake();
        });
        List<String> keys = IntStream.range(0, ROWS).mapToObj(i -> "race-" + i).toList();
        Gathering moreThanOneDelivers = new Gathering(config.batch() + 1);
        keys.forEach(key -> handler.behave(key, moreThanOneDelivers::join));
        try {
            Reactive.await(() -> changes.appendAll(ProbeHandler.KIND, keys));

            Eventually.holds(
                    "every row is delivered",
                    () -> Statements.number("select count(*) from outbox where key like 'race-%'") == 0);
        } finally {
            vertx.cancelTimer(timer);
            second.stop();
            third.stop();
        }
        List<OutboxMessage> handled = handler.handledWithPrefix("race-");
        assertThat(handled).hasSize(ROWS);
        assertThat(handled.stream().map(OutboxMessage::id).distinct()).hasSize(ROWS);
    }

    @Test
    void aDispatcherThatCannotReachItsDatabaseTriesAtMostOnceAPoll() {
        AtomicInteger claims = new AtomicInteger();
        OutboxTable unreachable = new OutboxTable(null, config) {
            @Override
            Uni<List<OutboxMessage>> claim(String kind, int limit) {
                claims.incrementAndGet();
                return Uni.createFrom().failure(new IllegalStateException("the database is away"));
            }
        };
        Lane lane = anotherReplica(unreachable);

        AtomicInteger polls = new AtomicInteger();
        Eventually.holds("it goes on trying", () -> {
            polls.incrementAndGet();
            lane.wake();
            return claims.get() >= 5;
        });

        assertThat(claims.get()).isLessThanOrEqualTo(polls.get());
    }

    @Test
    void theConnectionThatAnnouncesRowsIsMadeAgainWhenItIsLost() {
        Eventually.holds("it listens", () -> listeners() == 1);
        long before = Statements.number("select max(pid) from pg_stat_activity where query = 'listen outbox'");

        Statements.run("select pg_terminate_backend($1)", (int) before);

        Eventually.holds(
                "it listens again",
                () -> Statements.number(
                                "select count(*) from pg_stat_activity where query = 'listen outbox' and pid <> $1",
                                (int) before)
                        == 1);
    }

    private static long listeners() {
        return Statements.number("select count(*) from pg_stat_activity where query = 'listen outbox'");
    }

    private Lane anotherReplica(OutboxTable itsTable) {
        return new Lane(
                ProbeHandler.KIND, config, ((VertxInternal) vertx).createEventLoopContext(), itsTable, delivery);
    }
}

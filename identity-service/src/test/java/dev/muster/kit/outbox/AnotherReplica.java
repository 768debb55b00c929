package dev.muster.kit.outbox;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.impl.VertxInternal;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/** A second replica's outbox on the same database: it claims, delivers and records on its own, until it is closed. */
@ApplicationScoped
public class AnotherReplica {

    private static final Duration POLL = Duration.ofMillis(5);

    private final Pool pool;
    private final Handlers handlers;
    private final OutboxMetrics metrics;
    private final OutboxConfig config;
    private final Vertx vertx;
    private final Turns turns;

    AnotherReplica(Pool pool, Handlers handlers, OutboxMetrics metrics, OutboxConfig config, Vertx vertx, Turns turns) {
        this.pool = pool;
        this.handlers = handlers;
        this.metrics = metrics;
        this.config = config;
        this.vertx = vertx;
        this.turns = turns;
    }

    /** Delivers rows of the kind from now on; neither it nor the service under test gets all of them. */
    public Running start(String kind) {
        AtomicInteger delivered = new AtomicInteger();
        turns.begin(kind);
        OutboxTable table = new FairTable(pool, config, turns) {
            @Override
            Uni<Boolean> delete(OutboxMessage row) {
                return super.delete(row).invoke(held -> delivered.addAndGet(held ? 1 : 0));
            }
        };
        Delivery delivery = new Delivery(table, handlers, new Arrivals(), metrics, config, vertx);
        Lane lane = new Lane(kind, config, ((VertxInternal) vertx).createEventLoopContext(), table, delivery);
        long timer = vertx.setPeriodic(POLL.toMillis(), ignored -> lane.wake());
        return new Running(lane, delivered, () -> {
            vertx.cancelTimer(timer);
            turns.end();
        });
    }

    /** A replica at work. */
    public static final class Running implements AutoCloseable {

        private final Lane lane;
        private final AtomicInteger delivered;
        private final Runnable leave;

        private Running(Lane lane, AtomicInteger delivered, Runnable leave) {
            this.lane = lane;
            this.delivered = delivered;
            this.leave = leave;
        }

        /** How many rows this replica has delivered. */
        public int delivered() {
            return delivered.get();
        }

        @Override
        public void close() {
            leave.run();
            lane.stop();
        }
    }
}

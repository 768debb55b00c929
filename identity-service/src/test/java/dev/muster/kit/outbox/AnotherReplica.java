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

    AnotherReplica(Pool pool, Handlers handlers, OutboxMetrics metrics, OutboxConfig config, Vertx vertx) {
        this.pool = pool;
        this.handlers = handlers;
        this.metrics = metrics;
        this.config = config;
        this.vertx = vertx;
    }

    /** Delivers rows of the kind from now on. */
    public Running start(String kind) {
        AtomicInteger delivered = new AtomicInteger();
        OutboxTable table = new OutboxTable(pool, config) {
            @Override
            Uni<Boolean> delete(OutboxMessage row) {
                return super.delete(row).invoke(held -> delivered.addAndGet(held ? 1 : 0));
            }
        };
        Delivery delivery = new Delivery(table, handlers, new Arrivals(), metrics, config, vertx);
        Lane lane = new Lane(kind, config, ((VertxInternal) vertx).createEventLoopContext(), table, delivery);
        long timer = vertx.setPeriodic(POLL.toMillis(), ignored -> lane.wake());
        return new Running(lane, delivered, () -> vertx.cancelTimer(timer));
    }

    /** A replica at work. */
    public static final class Running implements AutoCloseable {

        private final Lane lane;
        private final AtomicInteger delivered;
        private final Runnable stopPolling;

        private Running(Lane lane, AtomicInteger delivered, Runnable stopPolling) {
            this.lane = lane;
            this.delivered = delivered;
            this.stopPolling = stopPolling;
        }

        /** How many rows this replica has delivered. */
        public int delivered() {
            return delivered.get();
        }

        @Override
        public void close() {
            stopPolling.run();
            lane.stop();
        }
    }
}

package dev.muster.kit.outbox;

import io.quarkus.vertx.core.runtime.context.VertxContextSafetyToggle;
import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.impl.VertxInternal;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.logging.Logger;

/** One try of one claimed row: hands it to its handler and records what became of it. */
@ApplicationScoped
class Delivery {

    private static final Logger LOG = Logger.getLogger(Delivery.class);

    private final OutboxTable table;
    private final Handlers handlers;
    private final Arrivals arrivals;
    private final OutboxMetrics metrics;
    private final OutboxConfig config;
    private final Vertx vertx;
    private final Duration deadline;
    private final AtomicInteger running = new AtomicInteger();

    Delivery(
            OutboxTable table,
            Handlers handlers,
            Arrivals arrivals,
            OutboxMetrics metrics,
            OutboxConfig config,
            Vertx vertx) {
        this.table = table;
        this.handlers = handlers;
        this.arrivals = arrivals;
        this.metrics = metrics;
        this.config = config;
        this.vertx = vertx;
        this.deadline = config.lease().multipliedBy(3).dividedBy(4);
    }

    /** Never fails: when the outcome cannot be recorded, the lease runs out and the row is tried again. */
    Uni<Outcome> of(OutboxMessage row) {
        running.incrementAndGet();
        return Uni.createFrom()
                .voidItem()
                .emitOn(freshContext())
                .chain(() -> handlers.of(row.kind()).handle(row))
                .ifNoItem()
                .after(deadline)
                .fail()
                .onItemOrFailure()
                .transformToUni((done, failure) -> failure == null ? delivered(row) : failed(row, failure))
                .onFailure()
                .recoverWithItem(failure -> unrecorded(row, failure))
                .onTermination()
                .invoke(running::decrementAndGet);
    }

    /** How many tries are under way in this process. */
    int running() {
        return running.get();
    }

    /** A context of its own for each row, so that handlers may use Hibernate sessions at the same time. */
    private Executor freshContext() {
        Context context = VertxContext.createNewDuplicatedContext(((VertxInternal) vertx).createEventLoopContext());
        VertxContextSafetyToggle.setContextSafe(context, true);
        return command -> context.runOnContext(ignored -> command.run());
    }

    private Uni<Outcome> delivered(OutboxMessage row) {
        return table.delete(row).map(held -> {
            if (held) {
                metrics.delivered(row.kind());
            }
            arrivals.announce(row.id());
            return Outcome.DELIVERED;
        });
    }

    private Uni<Outcome> failed(OutboxMessage row, Throwable failure) {
        metrics.failed(row.kind());
        BackOff backOff = BackOff.of(config, row.kind());
        if (failure instanceof OutboxRejection || backOff.isSpent(row.attempt())) {
            LOG.errorf("%s is parked after attempt %d: %s", row, row.attempt(), failure);
            return table.park(row, reason(failure)).replaceWith(Outcome.PARKED);
        }
        Duration pause = backOff.pauseAfter(row.attempt(), ThreadLocalRandom.current());
        LOG.warnf("%s is tried again in %s, attempt %d failed: %s", row, pause, row.attempt(), failure);
        return table.postpone(row, pause, reason(failure)).replaceWith(Outcome.POSTPONED);
    }

    /** A failure's message may hold anything, so only rejections, whose reason is chosen, keep theirs. */
    private static String reason(Throwable failure) {
        String type = failure.getClass().getSimpleName();
        return failure instanceof OutboxRejection ? type + ": " + failure.getMessage() : type;
    }

    private static Outcome unrecorded(OutboxMessage row, Throwable failure) {
        LOG.warnf("%s is tried again when its lease ends, its outcome could not be recorded: %s", row, failure);
        return Outcome.POSTPONED;
    }
}

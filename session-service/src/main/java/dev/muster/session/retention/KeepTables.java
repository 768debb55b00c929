package dev.muster.session.retention;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/**
 * Makes the history's coming partitions and removes what is over. It runs at start and at every interval; of several
 * replicas one does each step while the others skip it, and a step that fails is tried again at the next interval.
 */
@ApplicationScoped
public class KeepTables {

    private static final Logger LOG = Logger.getLogger(KeepTables.class);

    /** Partitions exist this many months ahead, so that a scheduler that stands still is noticed before it hurts. */
    private static final int MONTHS_AHEAD = 3;

    private final RetentionRepository repository;
    private final RetentionConfig config;
    private final Clock clock;

    KeepTables(RetentionRepository repository, RetentionConfig config, Clock clock) {
        this.repository = repository;
        this.config = config;
        this.clock = clock;
    }

    @Scheduled(every = "${muster.retention.interval:PT1H}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> run() {
        Instant now = clock.instant();
        return keepMonths(MonthlyTable.SIGN_IN_EVENTS, now)
                .chain(() -> keepMonths(MonthlyTable.SIGN_IN_ATTEMPTS, now))
                .chain(() ->
                        step("delete ended sessions", () -> repository.deleteSessions(now.minus(config.sessions()))))
                .chain(() -> step("delete floors", () -> repository.deleteFloors(now.minus(config.floors()))));
    }

    private Uni<Void> keepMonths(MonthlyTable table, Instant now) {
        Instant cutoff = now.minus(config.history());
        return step("make partitions of " + table, () -> makePartitions(table, now))
                .chain(() -> step("drop partitions of " + table, () -> repository.dropPartitions(table, cutoff)))
                .chain(() -> step("delete late rows of " + table, () -> repository.deleteStrays(table, cutoff)));
    }

    private Uni<Void> makePartitions(MonthlyTable table, Instant now) {
        LocalDate month = LocalDate.ofInstant(now, ZoneOffset.UTC).withDayOfMonth(1);
        return Multi.createFrom()
                .range(0, MONTHS_AHEAD + 1)
                .onItem()
                .transformToUniAndConcatenate(ahead -> repository.makePartition(table, month.plusMonths(ahead)))
                .collect()
                .last()
                .replaceWithVoid();
    }

    private static Uni<Void> step(String name, Supplier<Uni<? extends Void>> work) {
        return Uni.createFrom().<Void>deferred(work).onFailure().recoverWithUni(failure -> {
            LOG.warnf("The tables are not looked after, step=%s, next try at the next interval: %s", name, failure);
            return Uni.createFrom().voidItem();
        });
    }
}

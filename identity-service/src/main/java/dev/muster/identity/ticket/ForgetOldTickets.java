package dev.muster.identity.ticket;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;

/**
 * Drops tickets some time after they expired; until then they tell a used link from an invented one. A large import's
 * tickets expire all at once, so they go in batches.
 */
@ApplicationScoped
public class ForgetOldTickets {

    private static final Duration KEPT = Duration.ofDays(7);
    private static final int BATCH = 5_000;
    private static final String DELETE = """
            delete from tickets where ctid = any (array(
                select ctid from tickets where expires_at < $1 order by expires_at limit $2))""";

    private final Pool pool;
    private final Clock clock;

    ForgetOldTickets(Pool pool, Clock clock) {
        this.pool = pool;
        this.clock = clock;
    }

    @Scheduled(every = "PT1H", delayed = "PT2M")
    Uni<Void> forget() {
        Tuple oldest = Tuple.of(clock.instant().minus(KEPT).atOffset(ZoneOffset.UTC), BATCH);
        return pool.preparedQuery(DELETE)
                .execute(oldest)
                .repeat()
                .whilst(deleted -> deleted.rowCount() == BATCH)
                .collect()
                .last()
                .replaceWithVoid();
    }
}

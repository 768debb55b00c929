package dev.muster.identity.throttle;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;

/**
 * Drops counts whose window has passed; without this the tables would keep every address ever tried. After an attack there
 * are many at once, so they go in batches.
 */
@ApplicationScoped
public class ForgetOldAttempts {

    private static final int BATCH = 5_000;
    private static final List<String> TABLES = List.of("account_attempts", "network_attempts", "invited_addresses");
    private static final String DELETE = """
            delete from %1$s where ctid = any (array(
                select ctid from %1$s where expires_at <= $1 order by expires_at limit $2))""";

    private final Pool pool;
    private final Clock clock;

    ForgetOldAttempts(Pool pool, Clock clock) {
        this.pool = pool;
        this.clock = clock;
    }

    @Scheduled(every = "PT5M", delayed = "PT1M")
    Uni<Void> forget() {
        Tuple expired = Tuple.of(clock.instant().atOffset(ZoneOffset.UTC), BATCH);
        return Multi.createFrom()
                .iterable(TABLES)
                .onItem()
                .transformToUniAndConcatenate(table -> forget(table, expired))
                .collect()
                .last()
                .replaceWithVoid();
    }

    private Uni<Integer> forget(String table, Tuple expired) {
        return pool.preparedQuery(DELETE.formatted(table))
                .execute(expired)
                .map(deleted -> deleted.rowCount())
                .repeat()
                .whilst(deleted -> deleted == BATCH)
                .collect()
                .last();
    }
}

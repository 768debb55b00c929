package dev.muster.identity.throttle;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;

/** Drops counts whose window has passed; without this the tables would keep every address ever tried. */
@ApplicationScoped
public class ForgetOldAttempts {

    private static final List<String> STATEMENTS = List.of(
            "delete from account_attempts where expires_at <= $1",
            "delete from network_attempts where expires_at <= $1");

    private final Pool pool;
    private final Clock clock;

    ForgetOldAttempts(Pool pool, Clock clock) {
        this.pool = pool;
        this.clock = clock;
    }

    @Scheduled(every = "PT5M", delayed = "PT1M")
    Uni<Void> forget() {
        Tuple now = Tuple.of(clock.instant().atOffset(ZoneOffset.UTC));
        return pool.preparedQuery(STATEMENTS.get(0))
                .execute(now)
                .chain(() -> pool.preparedQuery(STATEMENTS.get(1)).execute(now))
                .replaceWithVoid();
    }
}

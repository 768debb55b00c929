package dev.muster.identity.ticket;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;

/** Drops tickets some time after they expired; until then they tell a used link from an invented one. */
@ApplicationScoped
public class ForgetOldTickets {

    private static final Duration KEPT = Duration.ofDays(7);

    private final Pool pool;
    private final Clock clock;

    ForgetOldTickets(Pool pool, Clock clock) {
        this.pool = pool;
        this.clock = clock;
    }

    @Scheduled(every = "PT1H", delayed = "PT2M")
    Uni<Void> forget() {
        return pool.preparedQuery("delete from tickets where expires_at < $1")
                .execute(Tuple.of(clock.instant().minus(KEPT).atOffset(ZoneOffset.UTC)))
                .replaceWithVoid();
    }
}

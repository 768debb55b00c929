package dev.muster.session.feed;

import dev.muster.kit.access.SessionUse;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;

/**
 * Notes when sessions were last used; a batch is one statement, and a use never moves backwards or into the future.
 * Several services and replicas report the same sessions at once, so every batch locks them in the order of their keys.
 */
@ApplicationScoped
class RecordSessionUses {

    private static final String RECORD = """
            with used as (
                select s.user_id, s.id, least(u.at, $4) as at
                from sessions s join unnest($1::bigint[], $2::text[], $3::timestamptz[]) as u (user_id, id, at)
                    on s.user_id = u.user_id and s.id = u.id
                where s.closed_at is null and s.last_used_at < least(u.at, $4)
                order by s.user_id, s.id
                for no key update of s)
            update sessions s set last_used_at = used.at from used
            where s.user_id = used.user_id and s.id = used.id""";

    private final Pool pool;
    private final Clock clock;

    RecordSessionUses(Pool pool, Clock clock) {
        this.pool = pool;
        this.clock = clock;
    }

    Uni<Void> record(List<SessionUse> uses) {
        Long[] users = uses.stream().map(use -> use.userId().value()).toArray(Long[]::new);
        String[] ids = uses.stream().map(use -> use.sessionId().value()).toArray(String[]::new);
        OffsetDateTime[] times =
                uses.stream().map(use -> use.at().atOffset(ZoneOffset.UTC)).toArray(OffsetDateTime[]::new);
        return pool.preparedQuery(RECORD)
                .execute(Tuple.of(users, ids, times, clock.instant().atOffset(ZoneOffset.UTC)))
                .replaceWithVoid();
    }
}

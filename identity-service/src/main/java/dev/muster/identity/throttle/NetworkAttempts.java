package dev.muster.identity.throttle;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.util.Optional;

/**
 * Counts attempts from one network, in windows that start with their first attempt: limits in the tens of thousands, for
 * networks behind one address, must cost no more than small ones.
 */
@ApplicationScoped
class NetworkAttempts {

    private static final String TAKE = """
            insert into network_attempts as present (key, attempts, expires_at)
            values ($1, 1, $3)
            on conflict (key) do update set
                attempts = case when present.expires_at <= $2 then 1 else present.attempts + 1 end,
                expires_at = case
                    when present.expires_at <= $2 or present.attempts + 1 >= $4 then $3 else present.expires_at end
            where present.expires_at <= $2 or present.attempts < $4
            """;

    private static final String BLOCKED = "select expires_at from network_attempts where key = $1";

    private static final String GIVE_BACK =
            "update network_attempts set attempts = attempts - 1 where key = $1 and attempts > 0 and expires_at > $2";

    private final int limit;

    NetworkAttempts(ThrottleConfig config) {
        this.limit = config.networkLimit();
    }

    /** Takes an attempt with one guarded statement; the time until which none is left otherwise. */
    Uni<Optional<OffsetDateTime>> take(SqlConnection connection, Attempt attempt) {
        Tuple values = Tuple.of(attempt.network().key(), attempt.at(), attempt.windowEnd(), limit);
        return connection
                .preparedQuery(TAKE)
                .execute(values)
                .chain(rows -> rows.rowCount() == 1
                        ? Uni.createFrom().item(Optional.empty())
                        : blockedUntil(connection, attempt));
    }

    private static Uni<Optional<OffsetDateTime>> blockedUntil(SqlConnection connection, Attempt attempt) {
        return connection
                .preparedQuery(BLOCKED)
                .execute(Tuple.of(attempt.network().key()))
                .map(rows -> {
                    for (Row row : rows) {
                        return Optional.of(row.getOffsetDateTime(0));
                    }
                    return Optional.of(attempt.windowEnd());
                });
    }

    Uni<Void> giveBack(SqlConnection connection, Attempt attempt) {
        return connection
                .preparedQuery(GIVE_BACK)
                .execute(Tuple.of(attempt.network().key(), attempt.at()))
                .replaceWithVoid();
    }
}

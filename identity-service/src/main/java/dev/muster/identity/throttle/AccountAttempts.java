package dev.muster.identity.throttle;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.util.Optional;

/** Counts attempts for one e-mail address, exactly: the times of the last ones are kept, never more than the limit. */
@ApplicationScoped
class AccountAttempts {

    private static final String TAKE = """
            insert into account_attempts as present (key, recent, blocked_until, expires_at)
            values ($1, array[$2::timestamptz], case when $5 <= 1 then $4::timestamptz end, $4)
            on conflict (key) do update set
                recent = array(select t from unnest(present.recent) t where t > $3) || $2::timestamptz,
                blocked_until = case
                    when (select count(*) from unnest(present.recent) t where t > $3) + 1 >= $5 then $4::timestamptz end,
                expires_at = $4
            where present.blocked_until is null or present.blocked_until <= $2
            """;

    private static final String BLOCKED = "select blocked_until from account_attempts where key = $1";

    private static final String GIVE_BACK = """
            update account_attempts
            set recent = array_remove(recent, $2::timestamptz), blocked_until = null
            where key = $1 and $2::timestamptz = any (recent)
            """;

    private static final String CLEAR = "delete from account_attempts where key = $1";

    private final int limit;

    AccountAttempts(ThrottleConfig config) {
        this.limit = config.accountLimit();
    }

    /** Takes an attempt with one guarded statement; the time until which none is left otherwise. */
    Uni<Optional<OffsetDateTime>> take(SqlConnection connection, Attempt attempt) {
        Tuple values = Tuple.of(attempt.account(), attempt.at(), attempt.windowStart(), attempt.windowEnd(), limit);
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
                .execute(Tuple.of(attempt.account()))
                .map(rows -> {
                    for (Row row : rows) {
                        return Optional.of(
                                Optional.ofNullable(row.getOffsetDateTime(0)).orElse(attempt.windowEnd()));
                    }
                    return Optional.of(attempt.windowEnd());
                });
    }

    Uni<Void> giveBack(SqlConnection connection, Attempt attempt) {
        return connection
                .preparedQuery(GIVE_BACK)
                .execute(Tuple.of(attempt.account(), attempt.at()))
                .replaceWithVoid();
    }

    Uni<Void> clear(SqlConnection connection, Attempt attempt) {
        return connection
                .preparedQuery(CLEAR)
                .execute(Tuple.of(attempt.account()))
                .replaceWithVoid();
    }
}

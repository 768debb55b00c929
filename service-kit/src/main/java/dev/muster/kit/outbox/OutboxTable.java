package dev.muster.kit.outbox;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The statements of the deliverers, each a transaction of its own by the database's clock. The attempt number tells the
 * deliverer that holds a row from one whose lease ran out.
 */
@ApplicationScoped
class OutboxTable {

    private static final String IS_FIRST_OF_ITS_KEY = """
            not exists (select 1 from outbox earlier
                        where earlier.kind = o.kind and earlier.key = o.key and earlier.id < o.id
                          and earlier.parked_at is null)
            """;

    private static final String CLAIM = """
            with due as materialized (
                select o.id from outbox o
                where %s and o.parked_at is null and o.due_at <= now() and %s
                order by o.due_at, o.id limit $2
                for update of o skip locked)
            update outbox set attempts = attempts + 1, due_at = now() + $3 * interval '1 millisecond'
            from due where outbox.id = due.id
            returning outbox.id, kind, key, attempts, payload
            """;

    private static final String CLAIM_OF_KIND = CLAIM.formatted("o.kind = $1", IS_FIRST_OF_ITS_KEY);
    private static final String CLAIM_ONE = CLAIM.formatted("o.id = $1", IS_FIRST_OF_ITS_KEY);
    private static final String DELETE = "delete from outbox where id = $1 and attempts = $2 and parked_at is null";
    private static final String POSTPONE = """
            update outbox set due_at = now() + $3 * interval '1 millisecond', failure = $4
            where id = $1 and attempts = $2 and parked_at is null
            """;
    private static final String PARK =
            "update outbox set parked_at = now(), failure = $3 where id = $1 and attempts = $2 and parked_at is null";
    private static final String IS_PARKED = "select parked_at is not null from outbox where id = $1";
    private static final String FORGET = """
            delete from outbox where ctid = any (array(
                select ctid from outbox where parked_at < now() - $1 * interval '1 millisecond' limit $2))
            """;
    private static final String MEASURE = """
            select count(*) filter (where parked_at is null),
                   count(*) filter (where parked_at is not null),
                   coalesce(extract(epoch from now() - min(created_at) filter (where parked_at is null)), 0)::float8
            from outbox where kind = $1
            """;

    private final Pool pool;
    private final Duration lease;

    OutboxTable(Pool pool, OutboxConfig config) {
        this.pool = pool;
        this.lease = config.lease();
    }

    /** Due rows of the kind, at most one of each key; they belong to the caller for the lease. */
    Uni<List<OutboxMessage>> claim(String kind, int limit) {
        return execute(CLAIM_OF_KIND, Tuple.of(kind, limit, (double) lease.toMillis()))
                .map(OutboxTable::messages);
    }

    /** This row, if it can be delivered now. */
    Uni<Optional<OutboxMessage>> claim(OutboxId id) {
        return execute(CLAIM_ONE, Tuple.of(id.value(), 1, (double) lease.toMillis()))
                .map(rows -> messages(rows).stream().findFirst());
    }

    /** Whether the caller still held the row, which is delivered now. */
    Uni<Boolean> delete(OutboxMessage row) {
        return execute(DELETE, Tuple.of(row.id().value(), row.attempt())).map(OutboxTable::hitOne);
    }

    /** Whether the caller still held the row, which is due again after the pause. */
    Uni<Boolean> postpone(OutboxMessage row, Duration pause, String failure) {
        return execute(POSTPONE, Tuple.of(row.id().value(), row.attempt(), (double) pause.toMillis(), failure))
                .map(OutboxTable::hitOne);
    }

    /** Whether the caller still held the row, which waits for an operator now. */
    Uni<Boolean> park(OutboxMessage row, String failure) {
        return execute(PARK, Tuple.of(row.id().value(), row.attempt(), failure)).map(OutboxTable::hitOne);
    }

    /** Whether the row is parked, or empty when there is none, which means that it was delivered. */
    Uni<Optional<Boolean>> isParked(OutboxId id) {
        return execute(IS_PARKED, Tuple.of(id.value())).map(rows -> {
            for (Row row : rows) {
                return Optional.of(row.getBoolean(0));
            }
            return Optional.empty();
        });
    }

    /** Deletes rows that were parked longer ago than this, at most so many; how many there were. */
    Uni<Integer> forgetParked(Duration age, int limit) {
        return execute(FORGET, Tuple.of((double) age.toMillis(), limit)).map(RowSet::rowCount);
    }

    Uni<Backlog> measure(String kind) {
        return execute(MEASURE, Tuple.of(kind)).map(rows -> {
            Row row = rows.iterator().next();
            return new Backlog(row.getLong(0), row.getLong(1), row.getDouble(2));
        });
    }

    private Uni<RowSet<Row>> execute(String sql, Tuple parameters) {
        return pool.preparedQuery(sql).execute(parameters);
    }

    private static boolean hitOne(RowSet<Row> result) {
        return result.rowCount() == 1;
    }

    private static List<OutboxMessage> messages(RowSet<Row> rows) {
        List<OutboxMessage> messages = new ArrayList<>();
        for (Row row : rows) {
            messages.add(new OutboxMessage(
                    new OutboxId(row.getLong(0)),
                    row.getString(1),
                    row.getString(2),
                    row.getInteger(3),
                    row.getString(4)));
        }
        return messages;
    }

    /** How much of a kind is undelivered. */
    record Backlog(long pending, long parked, double oldestAgeSeconds) {}
}

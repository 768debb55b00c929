package dev.muster.session.retention;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** Changes tables under the maintenance lock, in short transactions that wait for nobody longer than a second. */
@ApplicationScoped
class RetentionRepository {

    private static final long MAINTENANCE_LOCK = 0x6b656570L;
    private static final int BATCH = 1_000;

    private static final String LOCK = "select set_config('lock_timeout', '1s', true), pg_try_advisory_xact_lock($1)";
    private static final String MAKE_PARTITION = "select make_month_partition($1::text::regclass, $2)";
    private static final String DROP_PARTITIONS = "select drop_month_partitions($1::text::regclass, $2)";
    private static final String DELETE_STRAYS = """
            delete from %1$s_default where ctid = any (array(
                select ctid from %1$s_default where at < $1 limit $2))""";
    private static final String DELETE_SESSIONS = """
            delete from sessions where (user_id, id) in (
                select user_id, id from sessions where ends_at < $1 order by ends_at limit $2)""";
    private static final String DELETE_FLOORS = """
            delete from membership_floors where (user_id, org_id) in (
                select user_id, org_id from membership_floors where pushed_at < $1 order by pushed_at limit $2)
            and pushed_at < $1""";

    private final Pool pool;

    RetentionRepository(Pool pool) {
        this.pool = pool;
    }

    /** Makes a table's partition of the month that begins on this day unless it exists. */
    Uni<Void> makePartition(MonthlyTable table, LocalDate month) {
        return exclusively(MAKE_PARTITION, Tuple.of(table.text(), month)).replaceWithVoid();
    }

    Uni<Void> dropPartitions(MonthlyTable table, Instant cutoff) {
        return exclusively(DROP_PARTITIONS, Tuple.of(table.text(), cutoff.atOffset(ZoneOffset.UTC)))
                .replaceWithVoid();
    }

    /** Deletes old rows that no month's partition holds. */
    Uni<Void> deleteStrays(MonthlyTable table, Instant cutoff) {
        return deleteInBatches(DELETE_STRAYS.formatted(table.text()), cutoff);
    }

    Uni<Void> deleteSessions(Instant endedBefore) {
        return deleteInBatches(DELETE_SESSIONS, endedBefore);
    }

    Uni<Void> deleteFloors(Instant pushedBefore) {
        return deleteInBatches(DELETE_FLOORS, pushedBefore);
    }

    private Uni<Void> deleteInBatches(String statement, Instant cutoff) {
        return exclusively(statement, Tuple.of(cutoff.atOffset(ZoneOffset.UTC), BATCH))
                .repeat()
                .whilst(rows -> rows == BATCH)
                .collect()
                .last()
                .replaceWithVoid();
    }

    /** The number of rows that the statement changed; 0 when another replica is at it. */
    private Uni<Integer> exclusively(String statement, Tuple parameters) {
        return pool.withTransaction(connection -> connection
                .preparedQuery(LOCK)
                .execute(Tuple.of(MAINTENANCE_LOCK))
                .chain(locked -> isLocked(locked)
                        ? run(connection, statement, parameters)
                        : Uni.createFrom().item(0)));
    }

    private static boolean isLocked(RowSet<Row> rows) {
        return rows.iterator().next().getBoolean(1);
    }

    private static Uni<Integer> run(SqlConnection connection, String statement, Tuple parameters) {
        return connection.preparedQuery(statement).execute(parameters).map(RowSet::rowCount);
    }
}

package dev.muster.identity.importing;

import dev.muster.kit.id.OrgId;
import dev.muster.kit.id.UserId;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * The stored imports. A job belongs to the replica that claimed it for as long as its lease lasts; every change by that
 * replica names its attempt, so that one whose lease ran out changes nothing any more.
 */
@ApplicationScoped
class ImportJobs {

    private static final String COLUMNS =
            "id, org_id, actor, operator, mode, dry_run, mail, state, given_up, rows_total,"
                    + " rows_read, rows_created, rows_skipped, rows_failed, rejections, failure, started_at, finished_at, attempt";

    private static final String ADD = """
            insert into import_jobs (id, org_id, actor, operator, mode, dry_run, mail, idempotency_key, fingerprint, rows_total)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict on constraint import_jobs_key_used do nothing
            """;

    private static final String FIND = "select " + COLUMNS + " from import_jobs where id = ? and org_id = ?";

    private static final String FIND_BY_KEY =
            "select id, fingerprint from import_jobs where org_id = ? and idempotency_key = ?";

    private static final String CLAIM = """
            update import_jobs
            set state = 'running', attempt = attempt + 1, started_at = coalesce(started_at, now()),
                lease_until = now() + ? * interval '1 millisecond'
            where id = (select id from import_jobs
                        where state in ('queued', 'running') and lease_until <= now() and rows_total <= ?
                        order by created_at limit 1 for update skip locked)
            returning\s""" + COLUMNS;

    private static final String HELD = " where id = ? and attempt = ? and state = 'running'";

    private static final String RECORD = """
            update import_jobs
            set rows_read = ?, rows_created = ?, rows_skipped = ?, rows_failed = ?, rejections = ?, mishaps = 0,
                lease_until = now() + ? * interval '1 millisecond'
            """ + HELD;

    private static final String FINISH =
            "update import_jobs set state = ?, failure = ?, finished_at = now(), lease_until = now()" + HELD;

    private static final String GIVE_UP = """
            update import_jobs
            set given_up = true, rows_read = 0, rows_created = 0, rows_skipped = 0, rows_failed = 0, rejections = 0
            """ + HELD;

    private static final String RELEASE = """
            update import_jobs
            set lease_until = now() + ? * interval '1 millisecond', mishaps = mishaps + ?,
                state = case when mishaps + ? >= ? then 'failed' else state end,
                failure = case when mishaps + ? >= ? then 'The work on this file failed again and again' end,
                finished_at = case when mishaps + ? >= ? then now() end
            """ + HELD;

    private static final String CANCEL = """
            update import_jobs set state = 'cancelled', finished_at = now(), lease_until = now()
            where id = ? and org_id = ? and state in ('queued', 'running')
            """;

    private static final int MOST_MISHAPS = 20;

    private final Database database;
    private final ImportConfig config;

    /**
     * A request that was accepted before under the same key.
     *
     * @param fingerprint tells it from other requests
     */
    record Accepted(UUID id, String fingerprint) {}

    ImportJobs(Database database, ImportConfig config) {
        this.database = database;
        this.config = config;
    }

    /** Whether the job is stored; not when another one of the organization has its key, which may be null for none. */
    boolean add(ImportOrder order, long rowsTotal, String fingerprint) {
        return database.inTransaction(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(ADD)) {
                statement.setObject(1, order.id());
                statement.setLong(2, order.orgId().value());
                statement.setLong(3, order.actor().value());
                statement.setBoolean(4, order.operator());
                statement.setString(5, order.options().mode().word());
                statement.setBoolean(6, order.options().dryRun());
                statement.setBoolean(7, order.options().mail());
                statement.setString(8, order.idempotencyKey());
                statement.setString(9, fingerprint);
                statement.setLong(10, rowsTotal);
                return statement.executeUpdate() == 1;
            }
        });
    }

    Optional<ImportJob> find(OrgId orgId, UUID id) {
        return database.inTransaction(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(FIND)) {
                statement.setObject(1, id);
                statement.setLong(2, orgId.value());
                return first(statement);
            }
        });
    }

    Optional<Accepted> findByKey(OrgId orgId, String key) {
        return database.inTransaction(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(FIND_BY_KEY)) {
                statement.setLong(1, orgId.value());
                statement.setString(2, key);
                try (ResultSet rows = statement.executeQuery()) {
                    return rows.next()
                            ? Optional.of(new Accepted(rows.getObject(1, UUID.class), rows.getString(2)))
                            : Optional.empty();
                }
            }
        });
    }

    /** The oldest job of so many rows at most that waits for a worker; it is the caller's until the lease ends. */
    Optional<ImportJob> claim(long mostRows) {
        return database.inTransaction(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(CLAIM)) {
                statement.setLong(1, config.lease().toMillis());
                statement.setLong(2, mostRows);
                return first(statement);
            }
        });
    }

    /** Writes down how far the job is and renews its lease, in the connection's transaction; false when it was lost. */
    boolean record(Connection connection, ImportJob job, ImportProgress progress) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(RECORD)) {
            statement.setLong(1, progress.read());
            statement.setLong(2, progress.created());
            statement.setLong(3, progress.skipped());
            statement.setLong(4, progress.failed());
            statement.setLong(5, progress.rejections());
            statement.setLong(6, config.lease().toMillis());
            return isHeld(statement, 7, job);
        }
    }

    /** The same in a transaction of its own. */
    boolean record(ImportJob job, ImportProgress progress) {
        return database.inTransaction(connection -> record(connection, job, progress));
    }

    /** Ends the job in the connection's transaction; false when it was lost. */
    boolean finish(Connection connection, ImportJob job, ImportState state, String failure) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(FINISH)) {
            statement.setString(1, state.word());
            statement.setString(2, failure);
            return isHeld(statement, 3, job);
        }
    }

    boolean finish(ImportJob job, ImportState state, String failure) {
        return database.inTransaction(connection -> finish(connection, job, state, failure));
    }

    /** An atomic job writes nobody any more and starts its report again; false when it was lost. */
    boolean giveUp(ImportJob job) {
        return database.inTransaction(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(GIVE_UP)) {
                return isHeld(statement, 1, job);
            }
        });
    }

    /** Lets somebody else, or this replica, go on with the job after the pause; after many mishaps in a row it fails. */
    boolean release(ImportJob job, Duration pause, boolean mishap) {
        int more = mishap ? 1 : 0;
        return database.inTransaction(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(RELEASE)) {
                statement.setLong(1, pause.toMillis());
                statement.setInt(2, more);
                for (int i = 3; i <= 7; i += 2) {
                    statement.setInt(i, more);
                    statement.setInt(i + 1, MOST_MISHAPS);
                }
                return isHeld(statement, 9, job);
            }
        });
    }

    /** Whether the job was still open, and is cancelled now. */
    boolean cancel(OrgId orgId, UUID id) {
        return database.inTransaction(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(CANCEL)) {
                statement.setObject(1, id);
                statement.setLong(2, orgId.value());
                return statement.executeUpdate() == 1;
            }
        });
    }

    private static boolean isHeld(PreparedStatement statement, int index, ImportJob job) throws SQLException {
        statement.setObject(index, job.id());
        statement.setInt(index + 1, job.attempt());
        return statement.executeUpdate() == 1;
    }

    private static Optional<ImportJob> first(PreparedStatement statement) throws SQLException {
        try (ResultSet rows = statement.executeQuery()) {
            return rows.next() ? Optional.of(job(rows)) : Optional.empty();
        }
    }

    private static ImportJob job(ResultSet row) throws SQLException {
        return new ImportJob(
                row.getObject("id", UUID.class),
                new OrgId(row.getLong("org_id")),
                new UserId(row.getLong("actor")),
                row.getBoolean("operator"),
                new ImportOptions(
                        ImportMode.of(row.getString("mode")), row.getBoolean("dry_run"), row.getBoolean("mail")),
                ImportState.of(row.getString("state")),
                row.getBoolean("given_up"),
                row.getLong("rows_total"),
                new ImportProgress(
                        row.getLong("rows_read"),
                        row.getLong("rows_created"),
                        row.getLong("rows_skipped"),
                        row.getLong("rows_failed"),
                        row.getLong("rejections")),
                row.getString("failure"),
                instant(row.getTimestamp("started_at")),
                instant(row.getTimestamp("finished_at")),
                row.getInt("attempt"));
    }

    private static Instant instant(Timestamp time) {
        return time == null ? null : time.toInstant();
    }
}

package dev.muster.session.feed;

import dev.muster.kit.access.LiveSession;
import dev.muster.kit.access.Member;
import dev.muster.kit.access.SessionSignal;
import dev.muster.kit.id.OrgId;
import dev.muster.kit.id.SessionId;
import dev.muster.kit.id.UserId;
import dev.muster.session.SessionPolicy;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads sessions as other services see them: one by key, or all that changed. A cursor is a PostgreSQL snapshot: what
 * was not visible in it and is visible now is exactly the news, in whatever order transactions committed.
 */
@ApplicationScoped
class SessionLog {

    private static final String COLUMNS = """
            s.user_id, s.id, s.version, s.generation, s.api, s.second_factor, s.network_rating, s.pilot_rating,
            s.last_used_at, s.ends_at, s.closed_at, s.org_id, s.member_version, s.group_id, s.permissions, s.owner,
            s.pilot, s.billing, s.employee_id, s.base_id, s.supervisor_id""";

    private static final String FIND = "select " + COLUMNS + " from sessions s where s.user_id = $1 and s.id = $2";

    private static final String NOW = "select pg_current_snapshot()::text as cursor";

    private static final String CHANGES = "select pg_current_snapshot()::text as cursor,"
            + " pg_snapshot_xmax($1::text::pg_snapshot) <= pg_snapshot_xmax(pg_current_snapshot()) as known, " + COLUMNS
            + " from (select 1) as always left join sessions s on s.version > 1"
            + " and s.changed_xid >= pg_snapshot_xmin($1::text::pg_snapshot)"
            + " and not pg_visible_in_snapshot(s.changed_xid, $1::text::pg_snapshot)";

    private final Pool pool;
    private final SessionPolicy policy;
    private final Clock clock;

    SessionLog(Pool pool, SessionPolicy policy, Clock clock) {
        this.pool = pool;
        this.policy = policy;
        this.clock = clock;
    }

    /** The session if it is open; one statement by primary key. */
    Uni<Optional<LiveSession>> find(UserId userId, SessionId id) {
        return pool.preparedQuery(FIND)
                .execute(Tuple.of(userId.value(), id.value()))
                .map(rows -> rows.rowCount() == 0
                        ? Optional.empty()
                        : live(rows.iterator().next()));
    }

    /** The present end of the log. */
    Uni<String> end() {
        return pool.query(NOW).execute().map(rows -> rows.iterator().next().getString("cursor"));
    }

    /** Every session that changed after the cursor, as it is now; one statement by index. */
    Uni<SessionChanges> since(String cursor) {
        return pool.preparedQuery(CHANGES).execute(Tuple.of(cursor)).map(this::changes);
    }

    private SessionChanges changes(RowSet<Row> rows) {
        String cursor = null;
        boolean known = true;
        List<SessionSignal> signals = new ArrayList<>();
        for (Row row : rows) {
            cursor = row.getString("cursor");
            known = row.getBoolean("known");
            if (row.getString("id") != null) {
                signals.add(signal(row));
            }
        }
        return new SessionChanges(cursor, known, signals);
    }

    private SessionSignal signal(Row row) {
        return live(row)
                .map(SessionSignal::changed)
                .orElseGet(() ->
                        SessionSignal.closed(new UserId(row.getLong("user_id")), new SessionId(row.getString("id"))));
    }

    private Optional<LiveSession> live(Row row) {
        Instant expires = policy.expiry(instant(row, "last_used_at"), instant(row, "ends_at"));
        if (row.getOffsetDateTime("closed_at") != null || !clock.instant().isBefore(expires)) {
            return Optional.empty();
        }
        return Optional.of(new LiveSession(
                new SessionId(row.getString("id")),
                new UserId(row.getLong("user_id")),
                row.getLong("version"),
                row.getInteger("generation"),
                row.getBoolean("api"),
                row.getBoolean("second_factor"),
                row.getInteger("network_rating"),
                row.getInteger("pilot_rating"),
                expires,
                row.getLong("org_id") == null ? null : member(row)));
    }

    private static Member member(Row row) {
        return new Member(
                new OrgId(row.getLong("org_id")),
                row.getLong("member_version"),
                row.getLong("group_id"),
                Set.of(row.getArrayOfStrings("permissions")),
                row.getBoolean("owner"),
                row.getBoolean("pilot"),
                row.getBoolean("billing"),
                row.getString("employee_id"),
                row.getString("base_id"),
                row.getString("supervisor_id"));
    }

    private static Instant instant(Row row, String column) {
        OffsetDateTime time = row.getOffsetDateTime(column);
        return time.toInstant();
    }
}

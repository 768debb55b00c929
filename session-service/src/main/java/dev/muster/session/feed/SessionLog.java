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
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

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

    /** Ordered and limited, so that it is read from the index of changes however little the planner knows. */
    static final String CHANGES = "select pg_current_snapshot()::text as cursor,"
            + " pg_snapshot_xmax($1::text::pg_snapshot) <= pg_snapshot_xmax(pg_current_snapshot()) as known, " + COLUMNS
            + " from (select 1) as always left join (select * from sessions where version > 1"
            + " and changed_xid >= pg_snapshot_xmin($1::text::pg_snapshot)"
            + " and not pg_visible_in_snapshot(changed_xid, $1::text::pg_snapshot)"
            + " order by changed_xid limit $2) s on true";

    /** Who missed more than this forgets what it knows instead of hearing all of it. */
    static final int MOST_CHANGES = 5_000;

    private static final Pattern CURSOR = Pattern.compile("\\d{1,19}:\\d{1,19}:(\\d{1,19}(,\\d{1,19})*)?");
    private static final Duration DEADLINE = Duration.ofSeconds(2);

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
        return withinDeadline(pool.query(NOW).execute())
                .map(rows -> rows.iterator().next().getString("cursor"));
    }

    /** Whether this can be a cursor of ours; other versions of this service may have had others. */
    static boolean isCursor(String text) {
        return CURSOR.matcher(text).matches();
    }

    /** Every session that changed after the cursor, as it is now; one statement by index. */
    Uni<SessionChanges> since(String cursor) {
        return withinDeadline(pool.preparedQuery(CHANGES).execute(Tuple.of(cursor, MOST_CHANGES + 1)))
                .map(this::changes);
    }

    /** A connection that died without a word must not silence the feed for longer than this. */
    private static <T> Uni<T> withinDeadline(Uni<T> answer) {
        return answer.ifNoItem().after(DEADLINE).fail();
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
        return known && signals.size() <= MOST_CHANGES
                ? new SessionChanges(cursor, true, signals)
                : SessionChanges.unknownBefore(cursor);
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

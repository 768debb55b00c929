package dev.muster.session;

import dev.muster.kit.access.Member;
import dev.muster.kit.id.OrgId;
import dev.muster.kit.id.SessionId;
import dev.muster.kit.id.UserId;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** The sessions table; every change is one guarded statement or happens under the user's lock. */
@ApplicationScoped
public class SessionRepository implements PanacheRepositoryBase<SessionRow, SessionKey> {

    private final SessionIds ids;
    private final SessionPolicy policy;
    private final Clock clock;

    SessionRepository(SessionIds ids, SessionPolicy policy, Clock clock) {
        this.ids = ids;
        this.policy = policy;
        this.clock = clock;
    }

    /**
     * Orders, until the transaction ends, everything that decides on one user's powers: a sign-in that reads an old
     * membership and a push that brings the new one cannot pass each other.
     */
    public Uni<Void> lockUser(UserId userId) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(
                                "select 1 from pg_advisory_xact_lock(hashtextextended('user', ?1))", Integer.class)
                        .setParameter(1, userId.value())
                        .getSingleResult())
                .replaceWithVoid();
    }

    /** Opens a session. */
    public Uni<SessionRow> open(NewSession opened) {
        Instant now = clock.instant();
        SessionRow row = new SessionRow();
        row.key = new SessionKey(opened.userId().value(), ids.next(now));
        row.version = 1;
        row.generation = 1;
        row.api = opened.api();
        row.secondFactor = opened.secondFactor();
        row.networkRating = opened.networkRating();
        row.pilotRating = opened.pilotRating();
        row.standingVersion = opened.standing();
        row.openedStanding = opened.standing();
        row.device = opened.device();
        row.ip = opened.ip();
        row.createdAt = now;
        row.lastUsedAt = now;
        row.endsAt = now.plus(limit(opened.renewal()));
        row.refreshFamily = opened.renewal() == null ? null : opened.renewal().family();
        row.membership = MembershipColumns.of(opened.member());
        return persist(row);
    }

    private Duration limit(Renewal renewal) {
        Duration longest = policy.absoluteLimit();
        return renewal == null || renewal.limit().compareTo(longest) > 0 ? longest : renewal.limit();
    }

    /** True when this call closed the session, false when it was closed before or never there. */
    public Uni<Boolean> closeIfOpen(UserId userId, SessionId id, String reason) {
        return update(
                        "closedAt = ?1, closedReason = ?2, version = version + 1"
                                + " where key.userId = ?3 and key.id = ?4 and closedAt is null",
                        clock.instant(),
                        reason,
                        userId.value(),
                        id.value())
                .map(rows -> rows == 1);
    }

    /**
     * Closes the user's open sessions but the excepted one (null for none) that were opened with an older standing than
     * the given version; gives how many.
     */
    public Uni<Integer> closeAll(UserId userId, SessionId except, long olderThan, String reason) {
        return update(
                "closedAt = ?1, closedReason = ?2, version = version + 1"
                        + " where key.userId = ?3 and key.id <> ?4 and closedAt is null and openedStanding < ?5",
                clock.instant(),
                reason,
                userId.value(),
                except == null ? "" : except.value(),
                olderThan);
    }

    /** Closes the user's open sessions in the organization that hold an older membership; gives how many. */
    public Uni<Integer> closeIn(UserId userId, OrgId orgId, long olderThan, String reason) {
        return update(
                "closedAt = ?1, closedReason = ?2, version = version + 1"
                        + " where key.userId = ?3 and membership.orgId = ?4 and membership.version < ?5"
                        + " and closedAt is null",
                clock.instant(),
                reason,
                userId.value(),
                orgId.value(),
                olderThan);
    }

    /** Gives the user's open sessions that hold an older standing these ratings; gives how many. */
    public Uni<Integer> rate(UserId userId, long standing, int networkRating, int pilotRating) {
        return update(
                "networkRating = ?1, pilotRating = ?2, standingVersion = ?3, version = version + 1"
                        + " where key.userId = ?4 and closedAt is null and standingVersion < ?3",
                networkRating,
                pilotRating,
                standing,
                userId.value());
    }

    /** Erases where from and with what the user's sessions were opened, and who the user is in organizations. */
    public Uni<Void> erase(UserId userId) {
        return update(
                        "ip = null, device = null, membership.employeeId = null, membership.supervisorId = null"
                                + " where key.userId = ?1",
                        userId.value())
                .replaceWithVoid();
    }

    /** Whether the user ever had this session. */
    public Uni<Boolean> existed(UserId userId, SessionId id) {
        return count("key.userId = ?1 and key.id = ?2", userId.value(), id.value())
                .map(rows -> rows == 1);
    }

    /** The open session, locked until the transaction ends; null when it is closed or unknown. */
    public Uni<SessionRow> lockOpen(UserId userId, SessionId id) {
        return find("key.userId = ?1 and key.id = ?2 and closedAt is null", userId.value(), id.value())
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResult();
    }

    /** The user's open sessions in an organization that hold an older membership, locked until the transaction ends. */
    public Uni<List<SessionRow>> lockOlder(UserId userId, Member member) {
        return find(
                        "key.userId = ?1 and membership.orgId = ?2 and membership.version < ?3 and closedAt is null",
                        userId.value(),
                        member.orgId().value(),
                        member.version())
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }

    /** The user's open sessions, newest first. */
    public Uni<List<SessionRow>> listOpen(UserId userId, int limit) {
        Instant now = clock.instant();
        return find(
                        "key.userId = ?1 and closedAt is null and lastUsedAt > ?2 and endsAt > ?3 order by key.id desc",
                        userId.value(),
                        now.minus(policy.idleLimit()),
                        now)
                .page(0, limit)
                .list();
    }
}

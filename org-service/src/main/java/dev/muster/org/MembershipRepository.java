package dev.muster.org;

import dev.muster.kit.id.OrgId;
import dev.muster.kit.id.UserId;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.hibernate.reactive.mutiny.Mutiny;

/** The stored memberships; each question is one statement. */
@ApplicationScoped
public class MembershipRepository implements PanacheRepositoryBase<MembershipRow, MembershipKey> {

    private static final String LOCK_PERSON = "select 1 from pg_advisory_xact_lock(hashtextextended(?1, 0))";

    /** The person's active memberships with their organizations, by organization id. */
    @WithSession
    public Uni<List<MembershipRow>> activeOf(UserId userId) {
        return list(
                "from MembershipRow m join fetch m.organization o where m.userId = ?1 and m.status = ?2 order by o.id",
                userId.value(),
                MembershipStatus.ACTIVE);
    }

    /** The membership if it is in force: active, in an active organization; else null. */
    @WithSession
    public Uni<MembershipRow> inForce(UserId userId, OrgId orgId) {
        return find(
                        "from MembershipRow m join fetch m.organization o"
                                + " where m.userId = ?1 and m.orgId = ?2 and m.status = ?3 and o.active",
                        userId.value(),
                        orgId.value(),
                        MembershipStatus.ACTIVE)
                .firstResult();
    }

    /** The membership whatever its status, with its organization; null when there never was one. */
    @WithSession
    public Uni<MembershipRow> findAny(UserId userId, OrgId orgId) {
        return find(
                        "from MembershipRow m join fetch m.organization where m.userId = ?1 and m.orgId = ?2",
                        userId.value(),
                        orgId.value())
                .firstResult();
    }

    /** Whether the organization has an owner besides this person; ask it under the organization's lock. */
    public Uni<Boolean> hasOtherOwner(OrgId orgId, UserId userId) {
        return count("orgId = ?1 and owner and userId <> ?2", orgId.value(), userId.value())
                .map(others -> others > 0);
    }

    /** The organization's members after the given person, by user id: active ones and those still invited. */
    @WithSession
    public Uni<List<MembershipRow>> page(OrgId orgId, long afterUserId, int limit) {
        return find(
                        "orgId = ?1 and userId > ?2 and status <> ?3 order by userId",
                        orgId.value(),
                        afterUserId,
                        MembershipStatus.INACTIVE)
                .range(0, limit - 1)
                .list();
    }

    /** Who is invited into the organization, after the given person and by user id. */
    @WithSession
    public Uni<List<MembershipRow>> pendingPage(OrgId orgId, long afterUserId, int limit) {
        return find(
                        "orgId = ?1 and userId > ?2 and status = dev.muster.org.MembershipStatus.PENDING"
                                + " order by userId",
                        orgId.value(),
                        afterUserId)
                .range(0, limit - 1)
                .list();
    }

    /** All memberships of the organization, whatever their status, after the given person and by user id. */
    @WithSession
    public Uni<List<MembershipRow>> pageOfAll(OrgId orgId, long afterUserId, int limit) {
        return find(
                        "from MembershipRow m join fetch m.organization where m.orgId = ?1 and m.userId > ?2"
                                + " order by m.userId",
                        orgId.value(),
                        afterUserId)
                .range(0, limit - 1)
                .list();
    }

    /** These people's memberships of the organization, whatever their status. */
    @WithSession
    public Uni<List<MembershipRow>> allOf(OrgId orgId, Collection<Long> userIds) {
        return list("orgId = ?1 and userId in ?2", orgId.value(), userIds);
    }

    /** Makes a pending membership active; false when it is not pending. */
    public Uni<Boolean> activatePending(UserId userId, OrgId orgId, Instant now) {
        return update(
                        "version = version + 1, status = ?1, updatedAt = ?2"
                                + " where userId = ?3 and orgId = ?4 and status = ?5",
                        MembershipStatus.ACTIVE,
                        now,
                        userId.value(),
                        orgId.value(),
                        MembershipStatus.PENDING)
                .map(rows -> rows == 1);
    }

    /** Until the transaction ends, others that decide on all of the person's memberships wait. */
    public Uni<Void> lockPerson(UserId userId) {
        return getSession()
                .chain(session -> session.createNativeQuery(LOCK_PERSON, Integer.class)
                        .setParameter(1, "memberships-of:" + userId)
                        .getSingleResult())
                .replaceWithVoid();
    }

    /** The organizations that the person belongs to or is invited to, by id. */
    public Uni<List<Long>> organizationsOf(UserId userId) {
        return organizationIds(
                "select m.orgId from MembershipRow m where m.userId = ?1 and m.status <> ?2 order by m.orgId",
                userId.value(),
                MembershipStatus.INACTIVE);
    }

    /** The person's memberships of these organizations that have not ended, with their organizations and by their id. */
    public Uni<List<MembershipRow>> openOf(UserId userId, Collection<Long> orgIds) {
        return list(
                "from MembershipRow m join fetch m.organization"
                        + " where m.userId = ?1 and m.orgId in ?2 and m.status <> ?3 order by m.orgId",
                userId.value(),
                orgIds,
                MembershipStatus.INACTIVE);
    }

    /** Those of the organizations in which somebody besides the person is, or is invited to be. */
    public Uni<Set<Long>> withOthers(UserId userId, Collection<Long> orgIds) {
        return organizationIds(
                        "select distinct m.orgId from MembershipRow m where m.orgId in ?1 and m.userId <> ?2 and m.status <> ?3",
                        orgIds,
                        userId.value(),
                        MembershipStatus.INACTIVE)
                .map(Set::copyOf);
    }

    /** Those of the organizations that somebody besides the person owns. */
    public Uni<Set<Long>> withOtherOwners(UserId userId, Collection<Long> orgIds) {
        return organizationIds(
                        "select distinct m.orgId from MembershipRow m where m.orgId in ?1 and m.userId <> ?2 and m.owner",
                        orgIds,
                        userId.value())
                .map(Set::copyOf);
    }

    private Uni<List<Long>> organizationIds(String query, Object... parameters) {
        return getSession().chain(session -> {
            Mutiny.SelectionQuery<Long> selection = session.createSelectionQuery(query, Long.class);
            for (int i = 0; i < parameters.length; i++) {
                selection.setParameter(i + 1, parameters[i]);
            }
            return selection.getResultList();
        });
    }

    /** The person's default account if it is in force, else the oldest one that they own; else null. */
    public Uni<MembershipRow> defaultOrOwned(UserId userId) {
        return find(
                        "from MembershipRow m join fetch m.organization o"
                                + " where m.userId = ?1 and m.status = ?2 and o.active and (m.defaultAccount or m.owner)"
                                + " order by m.defaultAccount desc, m.createdAt, m.orgId",
                        userId.value(),
                        MembershipStatus.ACTIVE)
                .firstResult();
    }

    /** Makes the organization the one where the person's sign-ins start, and no other; ask it under their lock. */
    public Uni<Void> makeDefault(UserId userId, OrgId orgId, Instant now) {
        return update(
                        "version = version + 1, defaultAccount = false, updatedAt = ?1"
                                + " where userId = ?2 and defaultAccount and orgId <> ?3",
                        now,
                        userId.value(),
                        orgId.value())
                .chain(() -> update(
                        "version = version + 1, defaultAccount = true, updatedAt = ?1"
                                + " where userId = ?2 and orgId = ?3 and status = ?4 and not defaultAccount",
                        now,
                        userId.value(),
                        orgId.value(),
                        MembershipStatus.ACTIVE))
                .replaceWithVoid();
    }

    /** Of the person's memberships in force the default account, else the oldest; null when there is none. */
    @WithSession
    public Uni<MembershipRow> firstInForce(UserId userId) {
        return find(
                        "from MembershipRow m join fetch m.organization o"
                                + " where m.userId = ?1 and m.status = ?2 and o.active"
                                + " order by m.defaultAccount desc, m.createdAt, m.orgId",
                        userId.value(),
                        MembershipStatus.ACTIVE)
                .firstResult();
    }

    /** Forgets the staff data of the person's ended memberships, with one statement. */
    public Uni<Integer> eraseEnded(UserId userId) {
        return update(
                "employeeId = null, baseId = null, supervisorId = null, costCentreId = null, branchIds = ?3"
                        + " where userId = ?1 and status = ?2",
                userId.value(),
                MembershipStatus.INACTIVE,
                List.of());
    }
}

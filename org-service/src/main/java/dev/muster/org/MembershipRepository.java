package dev.muster.org;

import dev.muster.kit.id.OrgId;
import dev.muster.kit.id.UserId;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;

/** The stored memberships; each question is one statement. */
@ApplicationScoped
public class MembershipRepository implements PanacheRepositoryBase<MembershipRow, MembershipKey> {

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

    /** Ends every membership of the organization with one statement. */
    public Uni<Integer> endAll(OrgId orgId, Instant now) {
        return update(
                "version = version + 1, status = ?1, owner = false, defaultAccount = false, updatedAt = ?2"
                        + " where orgId = ?3 and status <> ?1",
                MembershipStatus.INACTIVE,
                now,
                orgId.value());
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
}

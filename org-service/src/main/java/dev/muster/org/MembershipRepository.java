package dev.muster.org;

import dev.muster.kit.id.OrgId;
import dev.muster.kit.id.UserId;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
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

package dev.muster.org;

import dev.muster.kit.id.OrgId;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/** The stored organizations. */
@ApplicationScoped
public class OrganizationRepository implements PanacheRepositoryBase<OrganizationRow, Long> {

    /** An id that no organization has had. */
    public Uni<OrgId> nextId() {
        return getSession()
                .chain(session -> session.createNativeQuery("select nextval('organizations_id_seq')", Long.class)
                        .getSingleResult())
                .map(OrgId::new);
    }

    /** The organization unless it was deleted; else null. */
    @WithSession
    public Uni<OrganizationRow> findActive(OrgId orgId) {
        return find("id = ?1 and active", orgId.value()).firstResult();
    }

    /** Until the transaction ends, others that lock the organization wait. */
    public Uni<OrganizationRow> lock(OrgId orgId) {
        return findById(orgId.value(), LockModeType.PESSIMISTIC_WRITE);
    }

    /** Until the transaction ends, others that {@link #lock} the organization wait, others that share it do not. */
    public Uni<OrganizationRow> share(OrgId orgId) {
        return findById(orgId.value(), LockModeType.PESSIMISTIC_READ);
    }

    /** Locks them in the order of their ids, so that two that lock several never wait for each other. */
    public Uni<List<OrganizationRow>> lockAll(Collection<Long> orgIds) {
        return find("id in ?1 order by id", orgIds)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }

    /** Ends the organizations for good with one statement. */
    public Uni<Integer> closeAll(Collection<Long> orgIds, Instant now) {
        return update("version = version + 1, active = false, updatedAt = ?1 where id in ?2 and active", now, orgIds);
    }
}

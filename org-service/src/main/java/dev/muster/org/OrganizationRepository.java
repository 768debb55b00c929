package dev.muster.org;

import dev.muster.kit.id.OrgId;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;

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

    /** Until the transaction ends, others that lock the organization wait. */
    public Uni<OrganizationRow> lock(OrgId orgId) {
        return findById(orgId.value(), LockModeType.PESSIMISTIC_WRITE);
    }
}

package dev.muster.reference.groups;

import dev.muster.kit.id.OrgId;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** The stored groups. */
@ApplicationScoped
class GroupRepository implements PanacheRepositoryBase<GroupRow, GroupKey> {

    /** The built-in groups and the organization's own, by id. */
    Uni<List<GroupRow>> ofOrganization(OrgId orgId) {
        return list("orgId in (?1, ?2) order by id", GroupRow.BUILT_IN, orgId.value());
    }
}

package dev.muster.reference.groups;

import dev.muster.kit.id.OrgId;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Lists the groups of one organization: the built-in ones and its own, by id. */
@ApplicationScoped
public class ListGroups {

    private final GroupRepository groups;

    ListGroups(GroupRepository groups) {
        this.groups = groups;
    }

    @WithSession
    public Uni<List<Group>> list(OrgId orgId) {
        return groups.ofOrganization(orgId)
                .map(rows -> rows.stream().map(GroupRow::toGroup).toList());
    }
}

package dev.muster.reference.groups;

import dev.muster.kit.id.OrgId;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Lists those groups of one organization whose members are its staff, by id. */
@ApplicationScoped
public class ListStaffGroups {

    private final ListGroups listGroups;

    ListStaffGroups(ListGroups listGroups) {
        this.listGroups = listGroups;
    }

    public Uni<List<Group>> list(OrgId orgId) {
        return listGroups
                .list(orgId)
                .map(groups -> groups.stream().filter(Group::staff).toList());
    }
}

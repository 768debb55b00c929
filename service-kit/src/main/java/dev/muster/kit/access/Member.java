package dev.muster.kit.access;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.muster.kit.id.OrgId;
import java.util.Set;

/**
 * What a person is in one organization, as org-service last told it.
 *
 * @param version rises with every change of the membership; an older one never replaces a newer one
 * @param permissions those of the group and those of the membership together
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Member(
        OrgId orgId,
        long version,
        long groupId,
        Set<String> permissions,
        boolean owner,
        boolean pilot,
        boolean billing,
        String employeeId,
        String baseId,
        String supervisorId) {

    /** Group ids up to this one administer their organization: contract, "Power". */
    private static final long LEAST_POWERFUL_ADMIN_GROUP = 105;

    public Member {
        permissions = permissions == null ? Set.of() : Set.copyOf(permissions);
    }

    /** Whether this membership administers its organization. */
    public boolean administers() {
        return owner || groupId <= LEAST_POWERFUL_ADMIN_GROUP || permissions.contains("admin");
    }

    /** Whether this membership may see the other members of its organization. */
    public boolean readsMembers() {
        return administers() || permissions.contains("members.read");
    }
}

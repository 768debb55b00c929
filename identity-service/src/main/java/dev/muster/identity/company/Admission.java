package dev.muster.identity.company;

import dev.muster.kit.id.OrgId;
import dev.muster.kit.id.UserId;
import java.util.List;

/**
 * What somebody is to become in a company that takes them in.
 *
 * @param permissions beyond those of the group
 */
public record Admission(
        OrgId orgId,
        MembershipStatus status,
        long groupId,
        List<String> permissions,
        String employeeId,
        String costCentreId,
        List<String> branchIds) {

    /** Somebody in the group without anything of their own. */
    public static Admission plain(OrgId orgId, MembershipStatus status, long groupId) {
        return new Admission(orgId, status, groupId, List.of(), null, null, List.of());
    }

    /** The membership as it will be once org-service has heard of it. */
    public Membership of(UserId userId) {
        return new Membership(
                userId.value(),
                orgId.value(),
                0,
                status,
                groupId,
                permissions,
                false,
                employeeId,
                costCentreId,
                branchIds);
    }
}

package dev.muster.org.peer;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;

/**
 * A membership as the services tell it to each other.
 *
 * @param version rises with every change; an older one never replaces a newer one
 * @param permissions the member's own, sorted, without those of the group
 * @param employeeId may be null, as may {@code costCentreId}
 */
@RegisterForReflection
public record MembershipView(
        long userId,
        long orgId,
        long version,
        String status,
        long groupId,
        List<String> permissions,
        boolean owner,
        String employeeId,
        String costCentreId,
        List<String> branchIds) {}

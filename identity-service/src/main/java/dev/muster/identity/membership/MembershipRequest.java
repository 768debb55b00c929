package dev.muster.identity.membership;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.muster.identity.company.Membership;
import dev.muster.identity.company.MembershipStatus;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.validation.constraints.NotNull;
import java.util.List;

/** What org-service tells of a membership; see {@link Membership}. */
@RegisterForReflection
@JsonIgnoreProperties(ignoreUnknown = true)
record MembershipRequest(
        long userId,
        long orgId,
        long version,
        @NotNull MembershipStatus status,
        long groupId,
        @NotNull List<String> permissions,
        boolean owner,
        String employeeId,
        String costCentreId,
        @NotNull List<String> branchIds) {

    Membership membership() {
        return new Membership(
                userId, orgId, version, status, groupId, permissions, owner, employeeId, costCentreId, branchIds);
    }
}

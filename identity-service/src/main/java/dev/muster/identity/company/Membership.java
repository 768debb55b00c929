package dev.muster.identity.company;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;

/**
 * What a person is in a company, as org-service tells it.
 *
 * @param version rises with every change; an older one never replaces a newer one
 * @param permissions the membership's own, without those of its group
 */
@RegisterForReflection
@JsonIgnoreProperties(ignoreUnknown = true)
public record Membership(
        long userId,
        long orgId,
        long version,
        MembershipStatus status,
        long groupId,
        List<String> permissions,
        boolean owner,
        String employeeId,
        String costCentreId,
        List<String> branchIds) {

    public Membership {
        permissions = permissions == null ? null : List.copyOf(permissions);
        branchIds = branchIds == null ? null : List.copyOf(branchIds);
    }
}

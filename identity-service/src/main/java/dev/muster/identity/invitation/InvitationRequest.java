package dev.muster.identity.invitation;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.muster.identity.company.Admission;
import dev.muster.identity.company.MembershipStatus;
import dev.muster.kit.id.OrgId;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import java.util.List;

/**
 * Whom an organization invites, and as what; org-service has decided that its caller may.
 *
 * @param organizationName as the mail says it
 */
@RegisterForReflection
@JsonIgnoreProperties(ignoreUnknown = true)
public record InvitationRequest(
        @Positive long orgId,
        @NotBlank String organizationName,
        @NotNull String email,
        @Positive long groupId,
        @NotNull List<String> permissions) {

    Admission admission() {
        return new Admission(new OrgId(orgId), MembershipStatus.PENDING, groupId, permissions, null, null, List.of());
    }
}

package dev.muster.org.peer;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.Set;

/**
 * Whom identity-service is to invite by mail, and as what.
 *
 * @param invitedBy the person who invites
 */
@RegisterForReflection
public record InvitationOrder(
        long orgId, String organizationName, String email, long groupId, Set<String> permissions, long invitedBy) {

    /** Without what is personal. */
    @Override
    public String toString() {
        return "InvitationOrder[orgId=" + orgId + "]";
    }
}

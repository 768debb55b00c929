package dev.muster.org;

import dev.muster.kit.id.OrgId;
import dev.muster.kit.outbox.OutboxHandler;
import dev.muster.kit.outbox.OutboxMessage;
import dev.muster.org.peer.IdentityService;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Gives identity-service copies of several memberships of one organization as they are at delivery. */
@ApplicationScoped
class CopyMemberships implements OutboxHandler {

    static final String KIND = "memberships.copy";

    private final MembershipRepository memberships;
    private final IdentityService identity;

    /** Who in which organization. */
    @RegisterForReflection
    record Members(long orgId, List<Long> userIds) {}

    CopyMemberships(MembershipRepository memberships, IdentityService identity) {
        this.memberships = memberships;
        this.identity = identity;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Uni<Void> handle(OutboxMessage message) {
        Members members = message.as(Members.class);
        return memberships
                .allOf(new OrgId(members.orgId()), members.userIds())
                .chain(rows -> MembershipPages.tellAll(rows, row -> identity.copyMembership(row.view())));
    }
}

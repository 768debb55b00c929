package dev.muster.org;

import dev.muster.kit.id.OrgId;
import dev.muster.kit.id.UserId;
import dev.muster.kit.outbox.OutboxHandler;
import dev.muster.kit.outbox.OutboxMessage;
import dev.muster.kit.outbox.OutboxRejection;
import dev.muster.org.peer.IdentityService;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Gives identity-service a copy of a changed membership as it is at delivery. A kind of its own, so that a slow
 * identity-service never delays what open sessions must hear.
 */
@ApplicationScoped
class CopyMembership implements OutboxHandler {

    static final String KIND = "membership.copy";

    private final MembershipRepository memberships;
    private final IdentityService identity;

    CopyMembership(MembershipRepository memberships, IdentityService identity) {
        this.memberships = memberships;
        this.identity = identity;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Uni<Void> handle(OutboxMessage message) {
        MembershipKey key = message.as(MembershipKey.class);
        return memberships
                .findAny(new UserId(key.userId()), new OrgId(key.orgId()))
                .onItem()
                .ifNull()
                .failWith(() -> new OutboxRejection("no such membership"))
                .chain(membership -> identity.copyMembership(membership.view()));
    }
}

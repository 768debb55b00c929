package dev.muster.org;

import dev.muster.kit.outbox.OutboxHandler;
import dev.muster.kit.outbox.OutboxMessage;
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

    private final MembershipPages pages;
    private final IdentityService identity;

    CopyMembership(MembershipPages pages, IdentityService identity) {
        this.pages = pages;
        this.identity = identity;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Uni<Void> handle(OutboxMessage message) {
        return pages.tellOne(message, membership -> identity.copyMembership(membership.view()));
    }
}

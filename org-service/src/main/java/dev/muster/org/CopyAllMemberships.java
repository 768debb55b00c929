package dev.muster.org;

import dev.muster.kit.outbox.OutboxHandler;
import dev.muster.kit.outbox.OutboxMessage;
import dev.muster.org.peer.IdentityService;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Gives identity-service a copy of every membership of an organization. */
@ApplicationScoped
class CopyAllMemberships implements OutboxHandler {

    static final String KIND = "organization.copy";

    private final MembershipPages pages;
    private final IdentityService identity;

    CopyAllMemberships(MembershipPages pages, IdentityService identity) {
        this.pages = pages;
        this.identity = identity;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Uni<Void> handle(OutboxMessage message) {
        return pages.tell(message, membership -> identity.copyMembership(membership.view()));
    }
}

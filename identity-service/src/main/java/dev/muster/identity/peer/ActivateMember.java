package dev.muster.identity.peer;

import dev.muster.identity.company.CompanyUserKey;
import dev.muster.kit.id.OrgId;
import dev.muster.kit.id.UserId;
import dev.muster.kit.outbox.OutboxHandler;
import dev.muster.kit.outbox.OutboxId;
import dev.muster.kit.outbox.OutboxMessage;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Has org-service make a pending member an active one; doing it twice changes nothing. */
@ApplicationScoped
public class ActivateMember implements OutboxHandler {

    static final String KIND = "membership.activation";

    private final Memberships memberships;
    private final PeerOrders orders;

    ActivateMember(Memberships memberships, PeerOrders orders) {
        this.memberships = memberships;
        this.orders = orders;
    }

    /** Orders it in the caller's transaction. */
    public Uni<OutboxId> order(UserId userId, OrgId orgId) {
        return orders.append(KIND, "member:" + userId + ":" + orgId, new CompanyUserKey(orgId.value(), userId.value()));
    }

    @Override
    public String kind() {
        return KIND;
    }

    /** A member whom org-service does not know yet is tried again: the order to take them in may still be under way. */
    @Override
    public Uni<Void> handle(OutboxMessage message) {
        CompanyUserKey key = message.as(CompanyUserKey.class);
        return memberships.activate(new OrgId(key.orgId()), new UserId(key.userId()));
    }
}

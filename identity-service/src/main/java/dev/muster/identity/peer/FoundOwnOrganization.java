package dev.muster.identity.peer;

import dev.muster.kit.id.UserId;
import dev.muster.kit.outbox.OutboxHandler;
import dev.muster.kit.outbox.OutboxId;
import dev.muster.kit.outbox.OutboxMessage;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Has org-service found the organization that a person owns alone and starts in; doing it twice founds one. */
@ApplicationScoped
public class FoundOwnOrganization implements OutboxHandler {

    static final String KIND = "organization.own";

    /** Contract, account API. */
    private static final String NAME = "Default Profile";

    private final Memberships memberships;
    private final PeerOrders orders;

    /** Whose organization, as the outbox keeps it. */
    @RegisterForReflection
    record Founder(long userId) {}

    FoundOwnOrganization(Memberships memberships, PeerOrders orders) {
        this.memberships = memberships;
        this.orders = orders;
    }

    /** Orders it in the caller's transaction. */
    public Uni<OutboxId> order(UserId userId) {
        return orders.append(KIND, userId, "own", new Founder(userId.value()));
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Uni<Void> handle(OutboxMessage message) {
        return memberships.found(new UserId(message.as(Founder.class).userId()), NAME);
    }
}

package dev.muster.identity.peer;

import dev.muster.kit.id.UserId;
import dev.muster.kit.outbox.OutboxHandler;
import dev.muster.kit.outbox.OutboxId;
import dev.muster.kit.outbox.OutboxMessage;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Has session-service close an erased person's sessions and forget where they signed in from, and org-service end what it
 * was told about the person while they were being erased.
 */
@ApplicationScoped
public class ForgetUser implements OutboxHandler {

    static final String KIND = "sessions.forget";

    private final Sessions sessions;
    private final Memberships memberships;
    private final PeerOrders orders;

    /** Whom to forget, as the outbox keeps it. */
    @RegisterForReflection
    record Erased(long userId) {}

    ForgetUser(Sessions sessions, Memberships memberships, PeerOrders orders) {
        this.sessions = sessions;
        this.memberships = memberships;
        this.orders = orders;
    }

    /** Orders it in the caller's transaction. */
    public Uni<OutboxId> order(UserId userId) {
        return orders.append(KIND, userId, "erased", new Erased(userId.value()));
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Uni<Void> handle(OutboxMessage message) {
        UserId erased = new UserId(message.as(Erased.class).userId());
        return sessions.forget(erased).chain(() -> memberships.endForGood(erased));
    }
}

package dev.muster.identity.peer;

import dev.muster.kit.id.UserId;
import dev.muster.kit.outbox.OutboxHandler;
import dev.muster.kit.outbox.OutboxId;
import dev.muster.kit.outbox.OutboxMessage;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Has session-service close an erased person's sessions and forget where they signed in from. */
@ApplicationScoped
public class ForgetUser implements OutboxHandler {

    static final String KIND = "sessions.forget";

    private final Sessions sessions;
    private final PeerOrders orders;

    /** Whom to forget, as the outbox keeps it. */
    @RegisterForReflection
    record Erased(long userId) {}

    ForgetUser(Sessions sessions, PeerOrders orders) {
        this.sessions = sessions;
        this.orders = orders;
    }

    /** Orders it in the caller's transaction. */
    public Uni<OutboxId> order(UserId userId) {
        return orders.append(KIND, "user:" + userId, new Erased(userId.value()));
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Uni<Void> handle(OutboxMessage message) {
        return sessions.forget(new UserId(message.as(Erased.class).userId()));
    }
}

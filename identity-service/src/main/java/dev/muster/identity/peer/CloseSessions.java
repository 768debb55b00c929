package dev.muster.identity.peer;

import dev.muster.kit.id.SessionId;
import dev.muster.kit.id.UserId;
import dev.muster.kit.outbox.Outbox;
import dev.muster.kit.outbox.OutboxHandler;
import dev.muster.kit.outbox.OutboxId;
import dev.muster.kit.outbox.OutboxMessage;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.time.Duration;

/**
 * Closes a person's sessions because of a change here. The order is committed together with the change, so that no crash
 * leaves a session open that must not be.
 */
@ApplicationScoped
public class CloseSessions implements OutboxHandler {

    private static final String KIND = "sessions.close";
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(2);

    private final Sessions sessions;
    private final Instance<Outbox> outbox;

    /** The outbox knows its handlers, so it is looked up when it is needed. */
    CloseSessions(Sessions sessions, Instance<Outbox> outbox) {
        this.sessions = sessions;
        this.outbox = outbox;
    }

    /** Orders it in the caller's transaction. */
    public Uni<OutboxId> order(UserId userId, String reason) {
        return append(new SessionsToClose(userId.value(), null, reason));
    }

    /** Orders it in the caller's transaction; one session stays open. */
    public Uni<OutboxId> orderExcept(UserId userId, SessionId except, String reason) {
        return append(new SessionsToClose(userId.value(), except.value(), reason));
    }

    private Uni<OutboxId> append(SessionsToClose order) {
        return outbox.get().append(KIND, "user:" + order.userId(), order);
    }

    /** Waits after the commit until it is done, for two seconds at most; afterwards it is done without the caller. */
    public Uni<Void> carryOut(OutboxId order) {
        return outbox.get().deliver(order, LONGEST_WAIT).replaceWithVoid();
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Uni<Void> handle(OutboxMessage message) {
        return sessions.close(message.as(SessionsToClose.class));
    }
}

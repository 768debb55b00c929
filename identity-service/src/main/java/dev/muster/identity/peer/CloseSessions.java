package dev.muster.identity.peer;

import dev.muster.identity.UserRepository;
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

    private final UserRepository users;
    private final Sessions sessions;
    private final Instance<Outbox> outbox;

    /** The outbox knows its handlers, so it is looked up when it is needed. */
    CloseSessions(UserRepository users, Sessions sessions, Instance<Outbox> outbox) {
        this.users = users;
        this.sessions = sessions;
        this.outbox = outbox;
    }

    /**
     * Orders it in the caller's transaction, and locks the person. A sign-in under way that read what was before opens no
     * session any more, and one that reads what is then keeps its session.
     */
    public Uni<OutboxId> order(UserId userId, String reason) {
        return append(userId, null, reason);
    }

    /** The same, but one session stays open. */
    public Uni<OutboxId> orderExcept(UserId userId, SessionId except, String reason) {
        return append(userId, except.value(), reason);
    }

    private Uni<OutboxId> append(UserId userId, String except, String reason) {
        return users.raiseStanding(userId)
                .chain(version -> outbox.get()
                        .append(
                                KIND,
                                "user:" + userId.value(),
                                new SessionsToClose(userId.value(), except, reason, version)));
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

package dev.muster.identity.standing;

import dev.muster.identity.UserRepository;
import dev.muster.kit.id.UserId;
import dev.muster.kit.outbox.Outbox;
import dev.muster.kit.outbox.OutboxHandler;
import dev.muster.kit.outbox.OutboxId;
import dev.muster.kit.outbox.OutboxMessage;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.time.Duration;
import java.util.Optional;

/**
 * Brings a person's changed standing (active, network rating, pilot rating) into force on their open sessions. Whoever
 * changes one of these orders it in the same transaction, so that no crash leaves a session with a power that is gone;
 * the version that orders pushes in time is raised by the database itself.
 */
@ApplicationScoped
public class PushStanding implements OutboxHandler {

    private static final String KIND = "standing";
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(2);

    private final StandingCalls sessions;
    private final UserRepository users;
    private final Instance<Outbox> outbox;

    /** The outbox knows its handlers, so it is looked up when it is needed. */
    PushStanding(StandingCalls sessions, UserRepository users, Instance<Outbox> outbox) {
        this.sessions = sessions;
        this.users = users;
        this.outbox = outbox;
    }

    /** Orders it in the caller's transaction. */
    public Uni<OutboxId> order(UserId userId) {
        return outbox.get().append(KIND, "user:" + userId, new StandingToPush(userId.value()));
    }

    /** Waits after the commit until it is in force, for two seconds at most; afterwards it is done without the caller. */
    public Uni<Void> carryOut(OutboxId order) {
        return outbox.get().deliver(order, LONGEST_WAIT).replaceWithVoid();
    }

    @Override
    public String kind() {
        return KIND;
    }

    /** A person who is gone by now has no standing; who removed them closed their sessions. */
    @Override
    public Uni<Void> handle(OutboxMessage message) {
        UserId userId = new UserId(message.as(StandingToPush.class).userId());
        return find(userId)
                .chain(standing ->
                        standing.isEmpty() ? Uni.createFrom().voidItem() : sessions.put(userId, standing.get()));
    }

    private Uni<Optional<Standing>> find(UserId userId) {
        return Panache.withSession(() -> users.find(userId)).map(user -> user.map(Standing::of));
    }
}

package dev.muster.identity.peer;

import dev.muster.kit.id.UserId;
import dev.muster.kit.outbox.Outbox;
import dev.muster.kit.outbox.OutboxId;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/** Orders to other services that are committed together with the change here that they follow from. */
@ApplicationScoped
public class PeerOrders {

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(2);

    private static final Set<String> ABOUT_PEOPLE = Set.of(TakeIn.KIND, ActivateMember.KIND, FoundOwnOrganization.KIND);

    private final Instance<Outbox> outbox;

    /** The outbox knows its handlers and they their orders, so it is looked up when it is needed. */
    PeerOrders(Instance<Outbox> outbox) {
        this.outbox = outbox;
    }

    /** Appends an order about the person; orders of one kind and subject are carried out one after the other. */
    Uni<OutboxId> append(String kind, UserId userId, Object subject, Object order) {
        return outbox.get().append(kind, keysOf(userId) + subject, order);
    }

    /** Forgets, in the caller's transaction, what has not been told of somebody who is erased. */
    public Uni<Void> withdraw(UserId userId) {
        return outbox.get().withdraw(ABOUT_PEOPLE, keysOf(userId));
    }

    private static String keysOf(UserId userId) {
        return "user:" + userId + ":";
    }

    /** Waits after the commit until they are carried out, for two seconds at most; afterwards it is done without the caller. */
    public Uni<Void> carryOut(List<OutboxId> orders) {
        if (orders.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return Uni.join()
                .all(orders.stream()
                        .map(order -> outbox.get().deliver(order, LONGEST_WAIT))
                        .toList())
                .andCollectFailures()
                .replaceWithVoid();
    }
}

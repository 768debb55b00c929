package dev.muster.identity.peer;

import dev.muster.kit.outbox.Outbox;
import dev.muster.kit.outbox.OutboxId;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.time.Duration;
import java.util.List;

/** Orders to other services that are committed together with the change here that they follow from. */
@ApplicationScoped
public class PeerOrders {

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(2);

    private final Instance<Outbox> outbox;

    /** The outbox knows its handlers and they their orders, so it is looked up when it is needed. */
    PeerOrders(Instance<Outbox> outbox) {
        this.outbox = outbox;
    }

    Uni<OutboxId> append(String kind, String key, Object order) {
        return outbox.get().append(kind, key, order);
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

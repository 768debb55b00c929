package dev.muster.kit.outbox;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;

/** Tells callers that wait for a row when this process has delivered it. */
@ApplicationScoped
class Arrivals {

    private final ConcurrentHashMap<OutboxId, Runnable> waiting = new ConcurrentHashMap<>();

    /** Completes when the row is delivered here, or after the pause. */
    Uni<Void> awaitOrPause(OutboxId id, Duration pause) {
        return Uni.createFrom()
                .<Void>emitter(caller -> waiting.put(id, () -> caller.complete(null)))
                .ifNoItem()
                .after(pause)
                .recoverWithUni(Uni.createFrom().voidItem())
                .onTermination()
                .invoke(() -> waiting.remove(id));
    }

    void announce(OutboxId id) {
        Runnable arrival = waiting.get(id);
        if (arrival != null) {
            arrival.run();
        }
    }
}

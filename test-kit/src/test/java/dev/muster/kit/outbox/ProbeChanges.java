package dev.muster.kit.outbox;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

/** Changes that owe something to the world, made as services make them. */
@ApplicationScoped
class ProbeChanges {

    private final Outbox outbox;

    ProbeChanges(Outbox outbox) {
        this.outbox = outbox;
    }

    /** The payload of the probe's rows. */
    record Note(int number) {}

    @WithTransaction
    Uni<OutboxId> append(String key, int number) {
        return outbox.append(ProbeHandler.KIND, key, new Note(number));
    }

    @WithTransaction
    Uni<OutboxId> appendAndFail(String key) {
        return outbox.append(ProbeHandler.KIND, key, new Note(0)).invoke(() -> {
            throw new IllegalStateException("the change fails after all");
        });
    }

    /** Rows of one transaction, in order. */
    @WithTransaction
    Uni<List<OutboxId>> appendAll(List<String> keys) {
        return Uni.join()
                .all(IntStream.range(0, keys.size())
                        .mapToObj(i -> outbox.append(ProbeHandler.KIND, keys.get(i), new Note(i)))
                        .toList())
                .usingConcurrencyOf(1)
                .andFailFast();
    }

    @WithTransaction
    Uni<Boolean> deliverBeforeTheCommit(String key) {
        return outbox.append(ProbeHandler.KIND, key, new Note(0))
                .chain(id -> outbox.deliver(id, Duration.ofSeconds(1)));
    }

    Uni<Thread> threadAfterDelivery(String key) {
        return append(key, 1)
                .chain(id -> outbox.deliver(id, Duration.ofSeconds(5)))
                .map(done -> Thread.currentThread())
                .invoke(thread -> {
                    if (Vertx.currentContext() == null) {
                        throw new IllegalStateException("The caller lost its context");
                    }
                });
    }
}

package dev.muster.kit.outbox;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Set;

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
    Uni<OutboxId> append(String kind, String key, int number) {
        return outbox.append(kind, key, new Note(number));
    }

    Uni<OutboxId> appendWithoutTransaction(String key) {
        return outbox.append(ProbeHandler.KIND, key, new Note(0));
    }

    @WithTransaction
    Uni<OutboxId> appendAndFail(String key) {
        return outbox.append(ProbeHandler.KIND, key, new Note(0)).invoke(() -> {
            throw new IllegalStateException("the change fails after all");
        });
    }

    /** One row for each key, all in one transaction and numbered in order. */
    @WithTransaction
    Uni<Void> appendAll(String kind, List<String> keys) {
        return Multi.createFrom()
                .range(0, keys.size())
                .onItem()
                .transformToUniAndConcatenate(number -> outbox.append(kind, keys.get(number), new Note(number)))
                .collect()
                .last()
                .replaceWithVoid();
    }

    @WithTransaction
    Uni<Void> withdraw(String keyStart) {
        return outbox.withdraw(Set.of(ProbeHandler.KIND), keyStart);
    }

    @WithTransaction
    Uni<Boolean> deliverBeforeTheCommit(String key) {
        return outbox.append(ProbeHandler.KIND, key, new Note(0))
                .chain(id -> outbox.deliver(id, Duration.ofSeconds(1)));
    }

    /** Appends, delivers, and tells whether the caller is still on its own context afterwards. */
    Uni<Boolean> keepsItsContext(OutboxId id) {
        var before = Vertx.currentContext();
        return outbox.deliver(id, Duration.ofSeconds(5)).map(done -> Vertx.currentContext() == before);
    }
}

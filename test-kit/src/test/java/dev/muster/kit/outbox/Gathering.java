package dev.muster.kit.outbox;

import dev.muster.kit.reactive.CallerContext;
import io.smallrye.mutiny.Uni;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/** Lets rows wait until so many of them are handled at one time; who comes later goes on at once. */
final class Gathering {

    private final int size;
    private final Set<OutboxId> present = ConcurrentHashMap.newKeySet();
    private final CompletableFuture<Void> complete = new CompletableFuture<>();

    Gathering(int size) {
        this.size = size;
    }

    /** Ends when all are there; who is given up before leaves. */
    Uni<Void> join(OutboxMessage row) {
        present.add(row.id());
        if (present.size() >= size) {
            complete.complete(null);
        }
        return Uni.createFrom()
                .completionStage(complete::copy)
                .emitOn(CallerContext.current())
                .onTermination()
                .invoke(() -> present.remove(row.id()));
    }
}

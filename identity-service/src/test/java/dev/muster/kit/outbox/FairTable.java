package dev.muster.kit.outbox;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Singleton;
import java.util.List;

/** A replica's table that heeds {@link Turns}; the service under test has one, and so has {@link AnotherReplica}. */
@Alternative
@Priority(1)
@Singleton
class FairTable extends OutboxTable {

    private final Turns turns;

    FairTable(Pool pool, OutboxConfig config, Turns turns) {
        super(pool, config);
        this.turns = turns;
    }

    @Override
    Uni<List<OutboxMessage>> claim(String kind, int limit) {
        if (!turns.mayClaim(this, kind)) {
            return Uni.createFrom().item(List.of());
        }
        return super.claim(kind, limit).invoke(rows -> {
            if (!rows.isEmpty()) {
                turns.hasClaimed(this, kind);
            }
        });
    }
}

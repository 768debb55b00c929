package dev.muster.kit.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.testkit.access.SessionServiceTestResource;
import dev.muster.testkit.postgres.PostgresTestResource;
import dev.muster.testkit.reactive.Reactive;
import dev.muster.testkit.time.Eventually;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(PostgresTestResource.class)
@WithTestResource(SessionServiceTestResource.class)
class OutboxTest {

    @Inject
    ProbeChanges changes;

    @Inject
    ProbeHandler handler;

    @Inject
    OutboxTable table;

    @Test
    void aCommittedRowIsDeliveredAndGone() {
        OutboxId id = Reactive.await(() -> changes.append("commit", 7));

        Eventually.holds("the row is handled", () -> handler.handled("commit").size() == 1);
        OutboxMessage row = handler.handled("commit").get(0);
        assertThat(row.as(ProbeChanges.Note.class)).isEqualTo(new ProbeChanges.Note(7));
        assertThat(row.id()).isEqualTo(id);
        Eventually.holds(
                "the row is gone",
                () -> Reactive.await(() -> table.isParked(id)).isEmpty());
    }
}

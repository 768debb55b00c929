package dev.muster.kit.outbox;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * Deletes rows that were parked so long ago that no operator will deal with them any more: what they hold of people must not
 * stay for ever. A dead mail server may have left many, so they go in batches.
 */
@ApplicationScoped
class ForgetParked {

    static final int BATCH = 1_000;

    private static final Logger LOG = Logger.getLogger(ForgetParked.class);

    private final OutboxTable table;
    private final Duration kept;

    ForgetParked(OutboxTable table, OutboxConfig config) {
        this.table = table;
        this.kept = config.parkedKeptFor();
    }

    /** How many rows were deleted. */
    Uni<Integer> forget() {
        return table.forgetParked(kept, BATCH)
                .repeat()
                .whilst(deleted -> deleted == BATCH)
                .collect()
                .with(Collectors.summingInt(Integer::intValue))
                .invoke(this::tell);
    }

    private void tell(int deleted) {
        if (deleted > 0) {
            LOG.warnf("The outbox has deleted %d rows that were parked for longer than %s", deleted, kept);
        }
    }
}

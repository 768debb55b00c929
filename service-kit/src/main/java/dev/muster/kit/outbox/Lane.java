package dev.muster.kit.outbox;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * Delivers the rows of one kind, so that no kind waits for another. All its state belongs to one event loop. While its
 * rows fail it tries one at a time and leaves the receiver in peace in between; a try that hangs holds up the next for no
 * longer than the longest pause.
 */
class Lane {

    private static final Logger LOG = Logger.getLogger(Lane.class);

    private final String kind;
    private final int batch;
    private final Context context;
    private final OutboxTable table;
    private final Delivery delivery;
    private final long longestPauseNanos;
    private int underway;
    private long lastTryBegan;
    private boolean claiming;
    private boolean wokenMeanwhile;
    private boolean failing;
    private boolean databaseAway;
    private boolean stopped;

    Lane(String kind, OutboxConfig config, Context context, OutboxTable table, Delivery delivery) {
        this.kind = kind;
        this.batch = config.batch();
        this.longestPauseNanos = config.longestPause().toNanos();
        this.context = context;
        this.table = table;
        this.delivery = delivery;
    }

    /** Looks for due rows, from any thread. */
    void wake() {
        context.runOnContext(ignored -> look());
    }

    /** Claims nothing more, from any thread. */
    void stop() {
        context.runOnContext(ignored -> stopped = true);
    }

    private void look() {
        if (claiming) {
            wokenMeanwhile = true;
            return;
        }
        int room = room();
        if (stopped || room == 0) {
            return;
        }
        claiming = true;
        onMyLoop(table.claim(kind, room)).subscribe().with(rows -> take(rows, room), this::databaseFailed);
    }

    private int room() {
        int free = batch - underway;
        if (!failing) {
            return free;
        }
        return underway == 0 || lastTryHangs() ? Math.min(1, free) : 0;
    }

    private boolean lastTryHangs() {
        return System.nanoTime() - lastTryBegan > longestPauseNanos;
    }

    private void take(List<OutboxMessage> rows, int room) {
        claiming = false;
        if (databaseAway) {
            databaseAway = false;
            LOG.infof("The outbox (%s) reaches its database again", kind);
        }
        rows.forEach(this::deliver);
        if (rows.size() == room || wokenMeanwhile) {
            wokenMeanwhile = false;
            look();
        }
    }

    private void databaseFailed(Throwable failure) {
        claiming = false;
        wokenMeanwhile = false;
        if (!databaseAway) {
            databaseAway = true;
            LOG.warnf("The outbox (%s) cannot reach its database and goes on trying: %s", kind, failure);
        }
    }

    private void deliver(OutboxMessage row) {
        underway++;
        lastTryBegan = System.nanoTime();
        onMyLoop(delivery.of(row)).subscribe().with(this::finished);
    }

    /** The next row of a delivered row's key can be claimed now; half a batch is worth a statement. */
    private void finished(Outcome outcome) {
        underway--;
        failing = outcome == Outcome.POSTPONED;
        if (!failing && underway <= batch / 2) {
            look();
        }
    }

    private <T> Uni<T> onMyLoop(Uni<T> uni) {
        return uni.emitOn(command -> context.runOnContext(ignored -> command.run()));
    }
}

package dev.muster.local.importing;

import dev.muster.local.StackFailure;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** An import that is followed to its end, over lost connections. */
public final class Followed {

    private static final int MOST_LOSSES = 10;
    private static final long PAUSE_MILLIS = 500;

    private final ImportServer server;
    private final String id;
    private long rowsRead = -1;
    private int losses;

    public Followed(ImportServer server, String id) {
        this.server = server;
        this.id = id;
    }

    /**
     * Tells the listener of all progress, and gives the finished job with its report; fails when the connection is lost
     * ten times without any progress between.
     */
    public ImportJob toItsEnd(Consumer<ImportJob> listener) {
        ImportJob job = server.job(id);
        while (!job.isOver()) {
            listen(listener);
            job = server.job(id);
            if (!job.isOver()) {
                endure(job);
            }
        }
        listener.accept(job);
        return job;
    }

    private void listen(Consumer<ImportJob> listener) {
        try {
            server.events(id, listener);
        } catch (IOException e) {
            // what was lost is asked for by the caller, who also counts
            listener.accept(server.job(id));
        }
    }

    private void endure(ImportJob job) {
        losses = job.rowsRead() > rowsRead ? 1 : losses + 1;
        rowsRead = job.rowsRead();
        if (losses > MOST_LOSSES) {
            throw new StackFailure("the import " + id + " makes no progress");
        }
        try {
            TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            throw StackFailure.interrupted(e);
        }
    }
}

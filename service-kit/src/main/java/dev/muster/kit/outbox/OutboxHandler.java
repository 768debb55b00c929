package dev.muster.kit.outbox;

import io.smallrye.mutiny.Uni;

/**
 * Delivers the rows of one kind. A row is delivered at least once: a handler must bear to see the same row again, and,
 * after a parked one, to see a later row of the key without the earlier. It runs on a Vert.x context of its own, on
 * which it may open a Hibernate session, and has three quarters of the lease to finish.
 */
public interface OutboxHandler {

    /** The kind of the rows that this handler delivers; no two handlers share one. */
    String kind();

    /**
     * Completes once the row is delivered. Any failure means another try later, an {@link OutboxRejection} means that
     * no further try can help.
     */
    Uni<Void> handle(OutboxMessage message);
}

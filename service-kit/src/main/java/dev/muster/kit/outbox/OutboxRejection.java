package dev.muster.kit.outbox;

/** Trying again cannot help: the row is parked at once. The reason is kept with the row, so it must hold no secret. */
public class OutboxRejection extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public OutboxRejection(String reason) {
        super(reason, null, false, false);
    }
}

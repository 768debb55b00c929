package dev.muster.kit.outbox;

/** Names one row of the outbox. */
public record OutboxId(long value) {

    @Override
    public String toString() {
        return Long.toString(value);
    }
}

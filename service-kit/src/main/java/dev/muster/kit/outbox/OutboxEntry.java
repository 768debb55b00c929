package dev.muster.kit.outbox;

/**
 * A row to append together with many others; see {@link BulkOutbox}.
 *
 * @param payload kept as JSON
 */
public record OutboxEntry(String kind, String key, Object payload) {

    /** Payloads may hold personal data. */
    @Override
    public String toString() {
        return "outbox entry (" + kind + ")";
    }
}

package dev.muster.kit.outbox;

import io.vertx.core.json.Json;

/**
 * One claimed row on its way to its handler.
 *
 * @param attempt counts the tries of this row from 1
 * @param payload JSON
 */
public record OutboxMessage(OutboxId id, String kind, String key, int attempt, String payload) {

    /** The payload as the type that was appended; in a native executable the type must be registered for reflection. */
    public <T> T as(Class<T> type) {
        return Json.decodeValue(payload, type);
    }

    /** Payloads may hold personal data. */
    @Override
    public String toString() {
        return "outbox row " + id + " (" + kind + ")";
    }
}

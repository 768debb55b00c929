package dev.muster.kit.outbox;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The handlers of this service, by kind. */
@ApplicationScoped
class Handlers {

    private final Map<String, OutboxHandler> byKind = new HashMap<>();

    Handlers(@All List<OutboxHandler> handlers) {
        for (OutboxHandler handler : handlers) {
            if (byKind.put(handler.kind(), handler) != null) {
                throw new IllegalStateException("Two handlers deliver the outbox kind " + handler.kind());
            }
        }
    }

    Set<String> kinds() {
        return byKind.keySet();
    }

    OutboxHandler of(String kind) {
        OutboxHandler handler = byKind.get(kind);
        if (handler == null) {
            throw new IllegalStateException("No handler delivers the outbox kind " + kind);
        }
        return handler;
    }
}

package dev.muster.kit.outbox;

import dev.muster.kit.outbox.OutboxTable.Backlog;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.ToDoubleFunction;

/** What operators see of the outbox, by kind. */
@ApplicationScoped
class OutboxMetrics {

    private static final String KIND = "kind";

    private final MeterRegistry registry;
    private final Map<String, Backlog> backlogs = new ConcurrentHashMap<>();

    OutboxMetrics(MeterRegistry registry) {
        this.registry = registry;
    }

    /** Shows the kind from now on, with zeros until it is measured. */
    void show(String kind) {
        backlogs.put(kind, new Backlog(0, 0, 0));
        gauge(kind, "muster.outbox.pending", "rows", "Rows that are not delivered yet", Backlog::pending);
        gauge(kind, "muster.outbox.parked", "rows", "Rows that wait for an operator", Backlog::parked);
        gauge(
                kind,
                "muster.outbox.oldest.age",
                "seconds",
                "Age of the oldest row that is not delivered yet",
                Backlog::oldestAgeSeconds);
        registry.counter("muster.outbox.delivered", KIND, kind);
        registry.counter("muster.outbox.failed", KIND, kind);
    }

    private void gauge(String kind, String name, String unit, String description, ToDoubleFunction<Backlog> value) {
        Gauge.Builder<Map<String, Backlog>> gauge =
                Gauge.builder(name, backlogs, map -> value.applyAsDouble(map.get(kind)));
        gauge.tag(KIND, kind).description(description);
        if (!unit.equals("rows")) {
            gauge.baseUnit(unit);
        }
        gauge.register(registry);
    }

    void measured(String kind, Backlog backlog) {
        backlogs.put(kind, backlog);
    }

    void delivered(String kind) {
        registry.counter("muster.outbox.delivered", KIND, kind).increment();
    }

    void failed(String kind) {
        registry.counter("muster.outbox.failed", KIND, kind).increment();
    }
}

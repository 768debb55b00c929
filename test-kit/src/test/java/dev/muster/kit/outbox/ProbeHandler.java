package dev.muster.kit.outbox;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/** Records what it is handed and does with it what the test says for the row's key. */
@ApplicationScoped
class ProbeHandler implements OutboxHandler {

    static final String KIND = "probe";

    private final List<OutboxMessage> handled = new CopyOnWriteArrayList<>();
    private final ConcurrentHashMap<String, Function<OutboxMessage, Uni<Void>>> behaviours = new ConcurrentHashMap<>();

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Uni<Void> handle(OutboxMessage message) {
        handled.add(message);
        return behaviours
                .getOrDefault(message.key(), row -> Uni.createFrom().voidItem())
                .apply(message);
    }

    void behave(String key, Function<OutboxMessage, Uni<Void>> behaviour) {
        behaviours.put(key, behaviour);
    }

    void behaveWell(String key) {
        behaviours.remove(key);
    }

    List<OutboxMessage> handled(String key) {
        return handled.stream().filter(row -> row.key().equals(key)).toList();
    }

    List<OutboxMessage> handledWithPrefix(String prefix) {
        return handled.stream().filter(row -> row.key().startsWith(prefix)).toList();
    }
}

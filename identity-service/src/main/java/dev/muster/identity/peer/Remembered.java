package dev.muster.identity.peer;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import dev.muster.kit.reactive.CallerContext;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** Answers of a peer, asked again when they are old, and kept for as long as the peer cannot be asked. */
final class Remembered<K, V> {

    private final Function<K, Uni<V>> ask;
    private final Ticker ticker;
    private final long freshNanos;
    private final Cache<K, Answer<V>> answers;
    private final ConcurrentHashMap<K, Uni<V>> underway = new ConcurrentHashMap<>();

    private record Answer<V>(V value, long askedAt) {}

    Remembered(Function<K, Uni<V>> ask, Duration fresh, int mostKeys, Ticker ticker) {
        this.ask = ask;
        this.ticker = ticker;
        this.freshNanos = fresh.toNanos();
        this.answers = Caffeine.newBuilder().maximumSize(mostKeys).build();
    }

    /** The answer, from memory while it is fresh; an old one rather than a failure; fails when there is none. */
    Uni<V> get(K key) {
        Answer<V> known = answers.getIfPresent(key);
        if (known == null) {
            return askOnce(key);
        }
        return ticker.read() - known.askedAt() < freshNanos
                ? Uni.createFrom().item(known.value())
                : askOnce(key).onFailure().recoverWithItem(known.value());
    }

    /** Callers that need the same answer at the same time share one question, and each goes on where it was. */
    private Uni<V> askOnce(K key) {
        return underway.computeIfAbsent(key, this::question).emitOn(CallerContext.current());
    }

    private Uni<V> question(K key) {
        long askedAt = ticker.read();
        return Uni.createFrom()
                .deferred(() -> ask.apply(key))
                .invoke(value -> answers.put(key, new Answer<>(value, askedAt)))
                .onTermination()
                .invoke(() -> underway.remove(key))
                .memoize()
                .indefinitely();
    }
}

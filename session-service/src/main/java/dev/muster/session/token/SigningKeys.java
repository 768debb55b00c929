package dev.muster.session.token;

import dev.muster.session.SessionPolicy;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.JsonWebKeySet;

/**
 * The keys of this deployment. A key is published before it signs and stays published until the last token that it
 * signed has ended, so rotation needs no restart and fails no request.
 */
@ApplicationScoped
public class SigningKeys {

    /** The published keys changed. */
    public record KeysChanged(String jwks) {}

    private final SigningKeyRepository repository;
    private final SigningKeyFactory factory;
    private final SigningConfig config;
    private final SessionPolicy policy;
    private final Clock clock;
    private final Event<KeysChanged> changes;
    private volatile List<SigningKey> keys = List.of();

    SigningKeys(
            SigningKeyRepository repository,
            SigningKeyFactory factory,
            SigningConfig config,
            SessionPolicy policy,
            Clock clock,
            Event<KeysChanged> changes) {
        this.repository = repository;
        this.factory = factory;
        this.config = config;
        this.policy = policy;
        this.clock = clock;
        this.changes = changes;
    }

    /** The public keys as a JSON Web Key Set, or empty before the first key is loaded. */
    public Optional<String> jwks() {
        List<SigningKey> published = keys;
        return published.isEmpty() ? Optional.empty() : Optional.of(render(published));
    }

    private static String render(List<SigningKey> published) {
        JsonWebKeySet set = new JsonWebKeySet();
        published.forEach(key -> set.addJsonWebKey(key.publicKey()));
        return set.toJson(OutputControlLevel.PUBLIC_ONLY);
    }

    /** The newest key that may sign now. */
    SigningKey current() {
        Instant now = clock.instant();
        return keys.stream()
                .filter(key -> !key.activeFrom().isAfter(now))
                .findFirst()
                .orElseThrow(() -> dev.muster.kit.problem.ProblemException.unavailable("The signing key", null));
    }

    /** Reads the keys that the replicas share, makes one when the newest is due, drops those past their last token. */
    @Scheduled(every = "5s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @WithTransaction
    Uni<Void> refresh() {
        return repository
                .newestFirst()
                .chain(this::rotateIfDue)
                .map(this::load)
                .invoke(this::replace)
                .replaceWithVoid();
    }

    private Uni<List<SigningKeyRow>> rotateIfDue(List<SigningKeyRow> rows) {
        return isDue(rows)
                ? repository.lockRotation().chain(repository::newestFirst).chain(this::rotate)
                : Uni.createFrom().item(rows);
    }

    private boolean isDue(List<SigningKeyRow> rows) {
        return rows.isEmpty() || rows.get(0).createdAt.plus(config.rotation()).isBefore(clock.instant());
    }

    /** Decides again under the lock: another replica may have been first. */
    private Uni<List<SigningKeyRow>> rotate(List<SigningKeyRow> rows) {
        if (!isDue(rows)) {
            return Uni.createFrom().item(rows);
        }
        Instant now = clock.instant();
        SigningKeyRow made = factory.make(now, rows.isEmpty() ? now : now.plus(config.publishAhead()));
        Instant lastUseful = now.minus(policy.absoluteLimit()).minus(config.rotation());
        return repository
                .persist(made)
                .chain(() -> repository.deleteOlder(lastUseful))
                .chain(repository::newestFirst);
    }

    private List<SigningKey> load(List<SigningKeyRow> rows) {
        return rows.stream().map(this::load).toList();
    }

    private SigningKey load(SigningKeyRow row) {
        return keys.stream()
                .filter(known -> known.id().equals(row.id))
                .findFirst()
                .orElseGet(() -> factory.read(row));
    }

    private void replace(List<SigningKey> loaded) {
        boolean changed = !loaded.stream()
                .map(SigningKey::id)
                .toList()
                .equals(keys.stream().map(SigningKey::id).toList());
        keys = loaded;
        if (changed) {
            changes.fire(new KeysChanged(render(loaded)));
        }
    }
}

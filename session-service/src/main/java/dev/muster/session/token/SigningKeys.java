package dev.muster.session.token;

import dev.muster.kit.problem.ProblemException;
import dev.muster.session.SessionPolicy;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.smallrye.mutiny.vertx.MutinyHelper;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jboss.logging.Logger;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.JsonWebKeySet;

/**
 * The keys of this deployment. A key is published before it signs and stays published until the last token that it
 * signed has ended, so rotation needs no restart and fails no request.
 */
@ApplicationScoped
public class SigningKeys {

    private static final Logger LOG = Logger.getLogger(SigningKeys.class);

    /** Clocks of replicas differ by less than this. */
    private static final Duration MARGIN = Duration.ofHours(1);

    /** The published keys changed. */
    public record KeysChanged(String jwks) {}

    /** The keys, newest first, and what verifiers are told of them. */
    private record Published(List<SigningKey> keys, String jwks) {

        static final Published NOTHING = new Published(List.of(), null);

        static Published of(List<SigningKey> keys) {
            JsonWebKeySet set = new JsonWebKeySet();
            keys.forEach(key -> set.addJsonWebKey(key.publicKey()));
            return new Published(keys, set.toJson(OutputControlLevel.PUBLIC_ONLY));
        }

        boolean sameAs(List<SigningKey> others) {
            return keys.stream()
                    .map(SigningKey::id)
                    .toList()
                    .equals(others.stream().map(SigningKey::id).toList());
        }
    }

    private final SigningKeyRepository repository;
    private final SigningKeyFactory factory;
    private final SigningConfig config;
    private final SessionPolicy policy;
    private final Clock clock;
    private final Consumer<KeysChanged> readers;
    private volatile Published published = Published.NOTHING;

    @Inject
    SigningKeys(
            SigningKeyRepository repository,
            SigningKeyFactory factory,
            SigningConfig config,
            SessionPolicy policy,
            Clock clock,
            Event<KeysChanged> changes) {
        this(repository, factory, config, policy, clock, changes::fire);
    }

    /** The keys of a replica that tells these readers what it publishes. */
    SigningKeys(
            SigningKeyRepository repository,
            SigningKeyFactory factory,
            SigningConfig config,
            SessionPolicy policy,
            Clock clock,
            Consumer<KeysChanged> readers) {
        this.repository = repository;
        this.factory = factory;
        this.config = config;
        this.policy = policy;
        this.clock = clock;
        this.readers = readers;
    }

    /** The public keys as a JSON Web Key Set, or empty before the first key is loaded. */
    public Optional<String> jwks() {
        return Optional.ofNullable(published.jwks());
    }

    /** The newest key that may sign now. */
    SigningKey current() {
        Instant now = clock.instant();
        return published.keys().stream()
                .filter(key -> !key.activeFrom().isAfter(now))
                .findFirst()
                .orElseThrow(() -> ProblemException.unavailable("The signing key", null));
    }

    /**
     * Takes over the keys that the replicas share, adds one when the newest is due, drops those past their last token.
     * Nothing of it counts before it is committed.
     */
    @Scheduled(identity = "signing-keys", every = "5s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> refresh() {
        return Panache.withTransaction(repository::newestFirst)
                .chain(this::rotateIfDue)
                .map(this::load)
                .invoke(this::publish)
                .onFailure()
                .invoke(failure -> LOG.errorf("The signing keys could not be refreshed: %s", failure.getMessage()))
                .replaceWithVoid();
    }

    private Uni<List<SigningKeyRow>> rotateIfDue(List<SigningKeyRow> rows) {
        if (isDue(rows)) {
            return make(rows.isEmpty()).chain(this::rotate);
        }
        return retired(rows).isEmpty() ? Uni.createFrom().item(rows) : rotate(null);
    }

    /**
     * Finding primes takes up to a second, and on a busy machine several, which is for a worker thread and for no
     * database connection, whose silence would be its end. The very first key signs at once.
     */
    private Uni<SigningKeyRow> make(boolean first) {
        Instant now = clock.instant();
        return Uni.createFrom()
                .item(() -> factory.make(now, first ? now : now.plus(config.publishAhead())))
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
                .emitOn(MutinyHelper.executor(Vertx.currentContext()));
    }

    private Uni<List<SigningKeyRow>> rotate(SigningKeyRow successor) {
        return Panache.withTransaction(() ->
                repository.lockRotation().chain(repository::newestFirst).chain(rows -> replaceOld(rows, successor)));
    }

    /**
     * Decides again under the lock: another replica may have been first, and then this one's key is not needed.
     *
     * @param successor null when none was due
     */
    private Uni<List<SigningKeyRow>> replaceOld(List<SigningKeyRow> rows, SigningKeyRow successor) {
        List<String> over = retired(rows).stream().map(row -> row.id).toList();
        Uni<Void> added = successor != null && isDue(rows)
                ? repository.persist(successor).replaceWithVoid()
                : Uni.createFrom().voidItem();
        return added.chain(() -> repository.deleteAll(over)).chain(repository::newestFirst);
    }

    private boolean isDue(List<SigningKeyRow> rows) {
        return rows.isEmpty() || rows.get(0).createdAt.plus(config.rotation()).isBefore(clock.instant());
    }

    /** Keys whose successor has been signing for longer than a token lasts. */
    private List<SigningKeyRow> retired(List<SigningKeyRow> newestFirst) {
        Instant lastTokenEnded = clock.instant().minus(policy.absoluteLimit()).minus(MARGIN);
        return newestFirst.stream()
                .dropWhile(row -> row.activeFrom.isAfter(lastTokenEnded))
                .skip(1)
                .toList();
    }

    private List<SigningKey> load(List<SigningKeyRow> rows) {
        return rows.stream().map(this::load).toList();
    }

    private SigningKey load(SigningKeyRow row) {
        return published.keys().stream()
                .filter(known -> known.id().equals(row.id))
                .findFirst()
                .orElseGet(() -> factory.read(row));
    }

    private void publish(List<SigningKey> loaded) {
        if (!published.sameAs(loaded)) {
            published = Published.of(loaded);
            readers.accept(new KeysChanged(published.jwks()));
        }
    }
}

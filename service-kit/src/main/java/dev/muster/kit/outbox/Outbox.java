package dev.muster.kit.outbox;

import dev.muster.kit.reactive.CallerContext;
import io.quarkus.hibernate.orm.runtime.PersistenceUnitUtil;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.common.runtime.SessionOperations;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.json.Json;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Carries committed changes to where they must be known. A change and its row are committed together; the row is then
 * handed to the {@link OutboxHandler} of its kind by one replica, again and again until it succeeds or is parked. Rows
 * of one kind and key are delivered in the order in which they were appended, if their writers exclude each other (by
 * changing one row of their own first); a parked row holds up nothing.
 */
@ApplicationScoped
public class Outbox {

    private static final Duration FIRST_LOOK = Duration.ofMillis(50);
    private static final Duration LONGEST_LOOK = Duration.ofMillis(400);

    private final OutboxTable table;
    private final Delivery delivery;
    private final Arrivals arrivals;
    private final Handlers handlers;

    Outbox(OutboxTable table, Delivery delivery, Arrivals arrivals, Handlers handlers) {
        this.table = table;
        this.delivery = delivery;
        this.arrivals = arrivals;
        this.handlers = handlers;
    }

    /**
     * Appends a row in the caller's transaction: one statement. Nothing happens unless that transaction commits.
     *
     * @param kind that of one of this service's handlers
     * @param key what the row is about ({@code user:100001}); rows of one key are delivered one after the other
     * @param payload kept as JSON
     */
    public Uni<OutboxId> append(String kind, String key, Object payload) {
        OutboxRow row = new OutboxRow(handlers.of(kind).kind(), key, Json.encode(payload));
        return Panache.getSession()
                .invoke(Outbox::demandTransaction)
                .chain(session -> session.persist(row))
                .map(done -> row.id());
    }

    /**
     * Deletes, in the caller's transaction, the rows of these kinds whose keys start like this, parked ones too; a try
     * that is under way ends as it would.
     */
    public Uni<Void> withdraw(Set<String> kinds, String keyStart) {
        return Panache.getSession()
                .invoke(Outbox::demandTransaction)
                .chain(session -> session.createMutationQuery(
                                "delete from OutboxRow row where row.kind in (?1) and locate(?2, row.key) = 1")
                        .setParameter(1, kinds)
                        .setParameter(2, keyStart)
                        .executeUpdate())
                .replaceWithVoid();
    }

    private static void demandTransaction(Mutiny.Session session) {
        if (session.currentTransaction() == null) {
            throw new IllegalStateException("An outbox row is appended inside the transaction of its change");
        }
    }

    /**
     * Delivers the row now and waits for that, at most for the limit; to be called after the commit. False means that
     * the row is parked or not delivered yet; in the latter case the tries go on without the caller.
     */
    public Uni<Boolean> deliver(OutboxId id, Duration limit) {
        demandNoTransaction();
        return await(id, FIRST_LOOK)
                .ifNoItem()
                .after(limit)
                .recoverWithItem(false)
                .emitOn(CallerContext.current());
    }

    /** Before its commit nobody else sees the row, so it would look as if it were delivered. */
    private static void demandNoTransaction() {
        if (Vertx.currentContext() == null) {
            return;
        }
        Mutiny.Session session = SessionOperations.getCurrentSession(PersistenceUnitUtil.DEFAULT_PERSISTENCE_UNIT_NAME);
        if (session != null && session.isOpen() && session.currentTransaction() != null) {
            throw new IllegalStateException("An outbox row is delivered after its transaction");
        }
    }

    private Uni<Boolean> await(OutboxId id, Duration pause) {
        return detached(attempt(id))
                .chain(verdict -> verdict.isPresent()
                        ? Uni.createFrom().item(verdict.get())
                        : arrivals.awaitOrPause(id, pause).chain(() -> await(id, longer(pause))));
    }

    private static Duration longer(Duration pause) {
        Duration doubled = pause.multipliedBy(2);
        return doubled.compareTo(LONGEST_LOOK) < 0 ? doubled : LONGEST_LOOK;
    }

    /** True when delivered, false when parked, empty when another try is needed or under way. */
    private Uni<Optional<Boolean>> attempt(OutboxId id) {
        return table.claim(id)
                .chain(claimed -> claimed.isPresent()
                        ? delivery.of(claimed.get()).map(Outbox::verdict)
                        : table.isParked(id)
                                .map(parked -> parked.isEmpty() ? Optional.of(true) : falseIf(parked.get())));
    }

    private static Optional<Boolean> verdict(Outcome outcome) {
        return switch (outcome) {
            case DELIVERED -> Optional.of(true);
            case PARKED -> Optional.of(false);
            case POSTPONED -> Optional.empty();
        };
    }

    private static Optional<Boolean> falseIf(boolean parked) {
        return parked ? Optional.of(false) : Optional.empty();
    }

    /** Goes on when the caller stops waiting: a claimed row must not wait for the end of its lease. */
    private static <T> Uni<T> detached(Uni<T> work) {
        return Uni.createFrom().emitter(caller -> work.subscribe().with(caller::complete, caller::fail));
    }
}

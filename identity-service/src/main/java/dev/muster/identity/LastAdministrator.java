package dev.muster.identity;

import dev.muster.kit.problem.Problem;
import dev.muster.kit.problem.ProblemException;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;

/**
 * Sees to it that the network keeps an administrator who can sign in. Whoever lowers, disables or erases a person asks
 * here first, with the person's row locked: of two who remove each other at the same time, the second finds nobody left.
 */
@ApplicationScoped
public class LastAdministrator {

    /** The network rating of an administrator. */
    public static final int RATING = 12;

    /** Any number does, as long as nothing else in this database takes a lock by it. */
    private static final long LOCK = 0x61646d696eL;

    private static final String TAKE_TURNS =
            "select count(*) from (select pg_advisory_xact_lock(" + LOCK + ")) as turn";

    /** The index users_administrators has nobody else in it: whoever waits for their turn waits for a glance. */
    static final String IS_ANOTHER = "select exists (select 1 from users"
            + " where network_rating = " + RATING + " and active and activated_at is not null"
            + " and (expiration is null or expiration > ?1) and id <> ?2)";

    private final Clock clock;

    LastAdministrator(Clock clock) {
        this.clock = clock;
    }

    /**
     * To be called in the transaction that takes the person's rating or their way in, before it does. Fails with
     * {@code LAST_ADMINISTRATOR} when nobody else could do their work; one who is no administrator, or cannot sign in, may
     * always go.
     */
    public Uni<Void> requireAnother(UserRow person) {
        if (person.networkRating < RATING || !person.maySignIn(clock.instant())) {
            return Uni.createFrom().voidItem();
        }
        return Panache.getSession()
                .call(session ->
                        session.createNativeQuery(TAKE_TURNS, Long.class).getSingleResult())
                .chain(session -> session.createNativeQuery(IS_ANOTHER, Boolean.class)
                        .setParameter(1, clock.instant())
                        .setParameter(2, person.id)
                        .getSingleResult())
                .invoke(LastAdministrator::require)
                .replaceWithVoid();
    }

    private static void require(boolean isAnother) {
        if (!isAnother) {
            throw new ProblemException(Problem.LAST_ADMINISTRATOR, "The last administrator cannot go");
        }
    }
}

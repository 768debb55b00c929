package dev.muster.identity;

import dev.muster.kit.problem.Problem;
import dev.muster.kit.problem.ProblemException;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import org.hibernate.reactive.mutiny.Mutiny;

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

    private static final String OTHERS = "select count(*) from users"
            + " where network_rating = " + RATING + " and active and activated_at is not null"
            + " and (expiration is null or expiration > ?1) and id <> ?2";

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
                .call(session -> count(session.createNativeQuery(TAKE_TURNS, Long.class)))
                .chain(session -> count(session.createNativeQuery(OTHERS, Long.class)
                        .setParameter(1, clock.instant())
                        .setParameter(2, person.id)))
                .invoke(LastAdministrator::requireSome)
                .replaceWithVoid();
    }

    private static Uni<Long> count(Mutiny.SelectionQuery<Long> query) {
        return query.getSingleResult();
    }

    private static void requireSome(long others) {
        if (others == 0) {
            throw new ProblemException(Problem.LAST_ADMINISTRATOR, "The last administrator cannot go");
        }
    }
}

package dev.muster.identity;

import dev.muster.kit.problem.Problem;
import dev.muster.kit.problem.ProblemException;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Keeps the platform from losing its last administrator. */
@ApplicationScoped
public class LastAdministrator {

    /** Contract, network API: the rating of administrators. */
    public static final int RATING = 12;

    /** In one order, so that two who remove each other take turns instead of blocking each other. */
    private static final String LOCK_ALL =
            "select id from users where network_rating = " + RATING + " and active order by id for no key update";

    /**
     * To be asked in the transaction in which somebody stops to be an administrator, before the change: fails with
     * {@code LAST_ADMINISTRATOR} when nobody else is one.
     */
    public Uni<Void> requireAnother(UserRow leaving) {
        return leaving.networkRating == RATING
                ? Panache.getSession()
                        .chain(session ->
                                session.createNativeQuery(LOCK_ALL, Long.class).getResultList())
                        .invoke(administrators -> require(administrators, leaving))
                        .replaceWithVoid()
                : Uni.createFrom().voidItem();
    }

    private static void require(List<Long> administrators, UserRow leaving) {
        if (administrators.stream().allMatch(leaving.id::equals)) {
            throw new ProblemException(Problem.LAST_ADMINISTRATOR);
        }
    }
}

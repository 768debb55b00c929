package dev.muster.org;

import dev.muster.kit.id.UserId;
import dev.muster.kit.problem.Problem;
import dev.muster.kit.problem.ProblemException;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;

/** Remembers whose account was deleted. Every method is for use under the person's lock, in the caller's transaction. */
@ApplicationScoped
public class ErasedPeople {

    private static final String ADD =
            "insert into erased_people (user_id, erased_at) values (?1, ?2) on conflict (user_id) do nothing";
    private static final String FIND = "select count(*) from erased_people where user_id = ?1";

    private final Clock clock;

    ErasedPeople(Clock clock) {
        this.clock = clock;
    }

    /** From now on the person founds nothing. */
    public Uni<Void> add(UserId userId) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(ADD)
                        .setParameter(1, userId.value())
                        .setParameter(2, clock.instant())
                        .executeUpdate())
                .replaceWithVoid();
    }

    /** Refuses somebody who is gone as one whose token is no good any more. */
    Uni<Void> refuse(UserId userId) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(FIND, Long.class)
                        .setParameter(1, userId.value())
                        .getSingleResult())
                .invoke(found -> {
                    if (found > 0) {
                        throw new ProblemException(Problem.UNAUTHENTICATED);
                    }
                })
                .replaceWithVoid();
    }
}

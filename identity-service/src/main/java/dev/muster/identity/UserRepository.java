package dev.muster.identity;

import dev.muster.kit.id.UserId;
import dev.muster.kit.problem.Problem;
import dev.muster.kit.problem.ProblemException;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Optional;

/** The stored people; its methods join the caller's session. */
@ApplicationScoped
public class UserRepository implements PanacheRepositoryBase<UserRow, Long> {

    private static final String RAISE_STANDING =
            "update users set standing_version = standing_version + 1 where id = ?1 returning standing_version";

    public Uni<Optional<UserRow>> find(UserId id) {
        return findById(id.value()).map(Optional::ofNullable);
    }

    /** The person; an unknown one is {@link Problem#USER_NOT_FOUND}. */
    public Uni<UserRow> get(UserId id) {
        return findById(id.value()).onItem().ifNull().failWith(() -> new ProblemException(Problem.USER_NOT_FOUND));
    }

    /** Locks the person until the transaction ends; null for an unknown one. */
    public Uni<UserRow> lock(UserId id) {
        return findById(id.value(), LockModeType.PESSIMISTIC_WRITE);
    }

    /** The next version of the person's standing, and locks the person; an unknown one is {@link Problem#USER_NOT_FOUND}. */
    public Uni<Long> raiseStanding(UserId id) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(RAISE_STANDING, Long.class)
                        .setParameter(1, id.value())
                        .getSingleResultOrNull())
                .onItem()
                .ifNull()
                .failWith(() -> new ProblemException(Problem.USER_NOT_FOUND));
    }

    /** Deletes the person and all that refers to them; one who is gone is {@link Problem#USER_NOT_FOUND}. */
    public Uni<Void> remove(UserId id) {
        return delete("id", id.value())
                .invoke(deleted -> {
                    if (deleted == 0) {
                        throw new ProblemException(Problem.USER_NOT_FOUND);
                    }
                })
                .replaceWithVoid();
    }

    public Uni<Optional<UserRow>> find(EmailAddress email) {
        return find("emailKey", email.key()).firstResult().map(Optional::ofNullable);
    }

    /** Locks whoever has the address until the transaction ends, so that the address stays theirs and they stay known. */
    public Uni<Optional<UserRow>> lock(EmailAddress email) {
        return find("emailKey", email.key())
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResult()
                .map(Optional::ofNullable);
    }
}

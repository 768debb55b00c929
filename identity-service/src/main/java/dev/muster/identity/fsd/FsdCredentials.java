package dev.muster.identity.fsd;

import dev.muster.identity.UserRow;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Reads and upgrades FSD passwords in short sessions of their own, so that no connection is held while hashing. */
@ApplicationScoped
class FsdCredentials {

    private static final String BY_ID = """
            select user, credential.fsdPasswordHash
            from UserRow user join CredentialRow credential on credential.userId = user.id
            where user.id = :id and credential.fsdPasswordHash is not null
            """;

    private static final String UPGRADE = """
            update CredentialRow set fsdPasswordHash = :better
            where userId = :id and fsdPasswordHash = :present
            """;

    /** The person with this network id, if they have an FSD password; one statement whoever it is. */
    @WithSession
    Uni<Optional<FsdCredential>> find(long cid) {
        return Panache.getSession()
                .chain(session -> session.createSelectionQuery(BY_ID, Object[].class)
                        .setParameter("id", cid)
                        .getSingleResultOrNull())
                .map(row -> Optional.ofNullable(row)
                        .map(found -> new FsdCredential((UserRow) found[0], (String) found[1])));
    }

    /** Puts another hash of the same password, unless it has changed meanwhile. */
    @WithTransaction
    Uni<Void> upgrade(FsdCredential known, String better) {
        return Panache.getSession()
                .chain(session -> session.createMutationQuery(UPGRADE)
                        .setParameter("better", better)
                        .setParameter("id", known.user().id)
                        .setParameter("present", known.hash())
                        .executeUpdate())
                .replaceWithVoid();
    }
}

package dev.muster.identity.signin;

import dev.muster.identity.CredentialRepository;
import dev.muster.identity.EmailAddress;
import dev.muster.identity.UserRow;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Reads and upgrades credentials in short sessions of their own, so that no connection is held while hashing. */
@ApplicationScoped
class KnownCredentials {

    private static final String BY_EMAIL = """
            select user, credential.passwordHash
            from UserRow user join CredentialRow credential on credential.userId = user.id
            where user.emailKey = :key and credential.passwordHash is not null
            """;

    private final CredentialRepository credentials;

    KnownCredentials(CredentialRepository credentials) {
        this.credentials = credentials;
    }

    /** The person with this address, if they have a password; one statement whoever it is. */
    @WithSession
    Uni<Optional<Credentials>> find(EmailAddress email) {
        return Panache.getSession()
                .chain(session -> session.createSelectionQuery(BY_EMAIL, Object[].class)
                        .setParameter("key", email.key())
                        .getSingleResultOrNull())
                .map(row ->
                        Optional.ofNullable(row).map(found -> new Credentials((UserRow) found[0], (String) found[1])));
    }

    @WithTransaction
    Uni<Boolean> upgrade(Credentials known, String better) {
        return credentials.upgrade(known.user().userId(), known.passwordHash(), better);
    }
}

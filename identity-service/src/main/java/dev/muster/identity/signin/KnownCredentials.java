package dev.muster.identity.signin;

import dev.muster.identity.CredentialRepository;
import dev.muster.identity.EmailAddress;
import dev.muster.identity.UserRow;
import dev.muster.identity.throttle.AccountKey;
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

    private static final String BY_ID = """
            select user, credential.passwordHash
            from UserRow user join CredentialRow credential on credential.userId = user.id
            where user.id = :key and credential.passwordHash is not null
            """;

    private static final String EMAIL_KEY = "select user.emailKey from UserRow user where user.id = :id";

    private final CredentialRepository credentials;

    KnownCredentials(CredentialRepository credentials) {
        this.credentials = credentials;
    }

    /** The person with this address, if they have a password; one statement whoever it is. */
    @WithSession
    Uni<Optional<Credentials>> find(EmailAddress email) {
        return find(BY_EMAIL, email.key());
    }

    /** The person with this id, if they have a password; one statement whoever it is. */
    @WithSession
    Uni<Optional<Credentials>> find(long userId) {
        return find(BY_ID, userId);
    }

    /** What attempts for this id are counted by; one statement whoever it is. */
    @WithSession
    Uni<AccountKey> accountKey(long userId) {
        return Panache.getSession()
                .chain(session -> session.createSelectionQuery(EMAIL_KEY, String.class)
                        .setParameter("id", userId)
                        .getSingleResultOrNull())
                .map(emailKey -> AccountKey.ofUser(userId, emailKey));
    }

    private static Uni<Optional<Credentials>> find(String query, Object key) {
        return Panache.getSession()
                .chain(session -> session.createSelectionQuery(query, Object[].class)
                        .setParameter("key", key)
                        .getSingleResultOrNull())
                .map(row ->
                        Optional.ofNullable(row).map(found -> new Credentials((UserRow) found[0], (String) found[1])));
    }

    @WithTransaction
    Uni<Boolean> upgrade(Credentials known, String better) {
        return credentials.upgrade(known.user().userId(), known.passwordHash(), better);
    }
}

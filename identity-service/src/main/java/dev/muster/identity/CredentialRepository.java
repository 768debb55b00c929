package dev.muster.identity;

import dev.muster.kit.id.UserId;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;

/** The stored credentials; its methods join the caller's session. */
@ApplicationScoped
public class CredentialRepository implements PanacheRepositoryBase<CredentialRow, Long> {

    /** The hash of the person's password; empty for one who has none yet. */
    public Uni<Optional<String>> passwordHash(UserId userId) {
        return findById(userId.value()).map(row -> Optional.ofNullable(row).map(credential -> credential.passwordHash));
    }

    /** Puts another hash of the same password; false when the password has changed meanwhile. */
    public Uni<Boolean> upgrade(UserId userId, String present, String better) {
        return update("passwordHash = ?1 where userId = ?2 and passwordHash = ?3", better, userId.value(), present)
                .map(CredentialRepository::changedOne);
    }

    /** Puts another password; false when it has changed meanwhile, so that of two changes at once one wins. */
    public Uni<Boolean> change(UserId userId, String present, String changed, Instant now) {
        return update(
                        "passwordHash = ?1, passwordChangedAt = ?2 where userId = ?3 and passwordHash = ?4",
                        changed,
                        now,
                        userId.value(),
                        present)
                .map(CredentialRepository::changedOne);
    }

    /** Puts a password whatever there was before. */
    public Uni<Void> put(UserId userId, String hash, Instant now) {
        return findById(userId.value())
                .onItem()
                .ifNull()
                .switchTo(() -> persist(emptyFor(userId)))
                .invoke(credential -> {
                    credential.passwordHash = hash;
                    credential.passwordChangedAt = now;
                })
                .replaceWithVoid();
    }

    private static CredentialRow emptyFor(UserId userId) {
        CredentialRow row = new CredentialRow();
        row.userId = userId.value();
        return row;
    }

    private static boolean changedOne(int rows) {
        return rows == 1;
    }
}

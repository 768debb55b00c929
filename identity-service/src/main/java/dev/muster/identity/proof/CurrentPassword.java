package dev.muster.identity.proof;

import dev.muster.identity.CredentialRepository;
import dev.muster.identity.Password;
import dev.muster.identity.UserRow;
import dev.muster.identity.hashing.PasswordHasher;
import dev.muster.identity.hashing.Verdict;
import dev.muster.identity.throttle.AccountKey;
import dev.muster.identity.throttle.ClientNetwork;
import dev.muster.identity.throttle.PasswordAttempts;
import dev.muster.kit.problem.Problem;
import dev.muster.kit.problem.ProblemException;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Demands the password of a person who is signed in, before something that a stolen session must not do. */
@ApplicationScoped
public class CurrentPassword {

    private final CredentialRepository credentials;
    private final PasswordAttempts attempts;
    private final PasswordHasher hasher;

    CurrentPassword(CredentialRepository credentials, PasswordAttempts attempts, PasswordHasher hasher) {
        this.credentials = credentials;
        this.attempts = attempts;
        this.hasher = hasher;
    }

    /**
     * Fails with {@code WRONG_PASSWORD} for a wrong password and {@code TOO_MANY_ATTEMPTS} when it was wrong too often, together
     * with the attempts to sign in. Opens no session while it hashes.
     */
    public Uni<Void> require(UserRow user, Password password, ClientNetwork network) {
        return attempts.attempt(AccountKey.of(user), network, () -> check(user, password))
                .invoke(CurrentPassword::requireRight)
                .replaceWithVoid();
    }

    private Uni<Optional<UserRow>> check(UserRow user, Password password) {
        return Panache.withSession(() -> credentials.passwordHash(user.userId()))
                .chain(hash ->
                        hash.isPresent() ? hasher.check(password, hash.get()) : hasher.checkAgainstNothing(password))
                .map(Verdict::isRight)
                .map(right -> right ? Optional.of(user) : Optional.empty());
    }

    private static void requireRight(Optional<UserRow> right) {
        if (right.isEmpty()) {
            throw new ProblemException(Problem.WRONG_PASSWORD);
        }
    }
}

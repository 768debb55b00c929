package dev.muster.identity.signin;

import dev.muster.identity.EmailAddress;
import dev.muster.identity.Password;
import dev.muster.identity.UserRow;
import dev.muster.identity.hashing.PasswordHasher;
import dev.muster.identity.hashing.Verdict;
import dev.muster.identity.secondfactor.CheckSecondFactor;
import dev.muster.identity.throttle.AccountKey;
import dev.muster.identity.throttle.ClientNetwork;
import dev.muster.identity.throttle.PasswordAttempts;
import dev.muster.kit.problem.ProblemException;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Tells whether this is the password of a person who may sign in. Unknown, wrong, without a password, disabled and not
 * activated are one answer that takes one time: each costs the same statements and one hash.
 */
@ApplicationScoped
public class VerifyCredentials {

    private static final Logger LOG = Logger.getLogger(VerifyCredentials.class);

    private final PasswordAttempts attempts;
    private final KnownCredentials credentials;
    private final PasswordHasher hasher;
    private final CheckSecondFactor checkSecondFactor;
    private final Clock clock;

    VerifyCredentials(
            PasswordAttempts attempts,
            KnownCredentials credentials,
            PasswordHasher hasher,
            CheckSecondFactor checkSecondFactor,
            Clock clock) {
        this.attempts = attempts;
        this.credentials = credentials;
        this.hasher = hasher;
        this.checkSecondFactor = checkSecondFactor;
        this.clock = clock;
    }

    /**
     * What was proven, the second factor included; {@code code} is null when none was given. Fails with
     * {@code TOO_MANY_ATTEMPTS} once an address or a network has guessed too often.
     */
    Uni<SignInVerdict> verify(EmailAddress email, Password password, String code, ClientNetwork network) {
        return attempts.attempt(
                AccountKey.of(email),
                network,
                () -> check(credentials.find(email), password).chain(known -> checkSecondFactor(known, code)),
                SignInVerdict::weight);
    }

    /** The same for a user id, which may be nobody's; it and its person's address are throttled together. */
    Uni<SignInVerdict> verify(long userId, Password password, String code, ClientNetwork network) {
        return credentials
                .accountKey(userId)
                .chain(account -> attempts.attempt(
                        account,
                        network,
                        () -> check(credentials.find(userId), password).chain(known -> checkSecondFactor(known, code)),
                        SignInVerdict::weight));
    }

    private Uni<SignInVerdict> checkSecondFactor(Optional<UserRow> known, String code) {
        if (known.isEmpty()) {
            return Uni.createFrom().item(SignInVerdict.refused());
        }
        return checkSecondFactor
                .check(known.get(), code)
                .map(secondFactor -> new SignInVerdict(known.get(), secondFactor));
    }

    private Uni<Optional<UserRow>> check(Uni<Optional<Credentials>> named, Password password) {
        return named.chain(found -> {
            if (found.isEmpty()) {
                return hasher.checkAgainstNothing(password).replaceWith(Optional.empty());
            }
            Credentials known = found.get();
            return hasher.check(password, known.passwordHash()).chain(verdict -> decide(known, password, verdict));
        });
    }

    private Uni<Optional<UserRow>> decide(Credentials known, Password password, Verdict verdict) {
        if (!verdict.isRight() || !known.user().maySignIn(clock.instant())) {
            return Uni.createFrom().item(Optional.empty());
        }
        return verdict == Verdict.RIGHT
                ? Uni.createFrom().item(Optional.of(known.user()))
                : upgrade(known, password).replaceWith(Optional.of(known.user()));
    }

    /** A hash that cannot be upgraded now is upgraded at the next sign-in. */
    private Uni<Void> upgrade(Credentials known, Password password) {
        return hasher.hash(password)
                .chain(better -> credentials.upgrade(known, better))
                .replaceWithVoid()
                .onFailure()
                .invoke(failure -> LOG.warnf(
                        "A password hash was not upgraded, userId=%s cause=%s", known.user().id, failure.toString()))
                .onFailure(ProblemException.class)
                .recoverWithNull();
    }
}

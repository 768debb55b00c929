package dev.muster.identity.fsd;

import dev.muster.identity.Password;
import dev.muster.identity.hashing.PasswordHasher;
import dev.muster.identity.hashing.Verdict;
import dev.muster.identity.throttle.AccountKey;
import dev.muster.identity.throttle.ClientNetwork;
import dev.muster.identity.throttle.PasswordAttempts;
import dev.muster.kit.problem.Problem;
import dev.muster.kit.problem.ProblemException;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Tells whether this is a person's FSD password, which the network sends in plain text and which opens nothing else. An
 * unknown id, one without an FSD password and a wrong password are one answer that costs the same statements and one hash.
 */
@ApplicationScoped
public class VerifyFsd {

    private static final Logger LOG = Logger.getLogger(VerifyFsd.class);

    private final PasswordAttempts attempts;
    private final FsdCredentials credentials;
    private final PasswordHasher hasher;
    private final Clock clock;

    VerifyFsd(PasswordAttempts attempts, FsdCredentials credentials, PasswordHasher hasher, Clock clock) {
        this.attempts = attempts;
        this.credentials = credentials;
        this.hasher = hasher;
        this.clock = clock;
    }

    Uni<FsdVerdict> verify(long cid, Password password, ClientNetwork network) {
        return attempts.attempt(AccountKey.ofFsd(cid), network, () -> check(cid, password), FsdVerdict::weight)
                .onFailure(VerifyFsd::isThrottled)
                .recoverWithItem(failure -> FsdVerdict.throttled(retryAfter((ProblemException) failure)));
    }

    private Uni<FsdVerdict> check(long cid, Password password) {
        return credentials.find(cid).chain(found -> {
            if (found.isEmpty()) {
                return hasher.checkAgainstNothing(password).replaceWith(FsdVerdict.wrong());
            }
            FsdCredential known = found.get();
            return hasher.check(password, known.hash()).chain(verdict -> decide(known, password, verdict));
        });
    }

    private Uni<FsdVerdict> decide(FsdCredential known, Password password, Verdict verdict) {
        if (!verdict.isRight()) {
            return Uni.createFrom().item(FsdVerdict.wrong());
        }
        FsdVerdict right = FsdVerdict.right(known.user(), known.user().maySignIn(clock.instant()));
        return verdict == Verdict.RIGHT
                ? Uni.createFrom().item(right)
                : upgrade(known, password).replaceWith(right);
    }

    /** A hash that cannot be upgraded now is upgraded the next time. */
    private Uni<Void> upgrade(FsdCredential known, Password password) {
        return hasher.hash(password)
                .chain(better -> credentials.upgrade(known, better))
                .onFailure()
                .invoke(failure -> LOG.warnf(
                        "An FSD password's hash was not upgraded, userId=%s cause=%s",
                        known.user().id, failure.toString()))
                .onFailure(ProblemException.class)
                .recoverWithNull();
    }

    private static boolean isThrottled(Throwable failure) {
        return failure instanceof ProblemException refused && refused.problem() == Problem.TOO_MANY_ATTEMPTS;
    }

    private static Duration retryAfter(ProblemException refused) {
        return Optional.ofNullable(refused.headers().get("Retry-After"))
                .map(Long::valueOf)
                .map(Duration::ofSeconds)
                .orElse(Duration.ofSeconds(1));
    }
}

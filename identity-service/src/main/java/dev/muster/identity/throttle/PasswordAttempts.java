package dev.muster.identity.throttle;

import dev.muster.identity.EmailAddress;
import dev.muster.kit.problem.ProblemException;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Limits how often a password may be tried, for one account and for one network, over all replicas. Every way in that
 * checks a password goes through here, and an account that nobody has is counted like any other.
 */
@ApplicationScoped
public class PasswordAttempts {

    private final Pool pool;
    private final AccountAttempts accounts;
    private final NetworkAttempts networks;
    private final Duration window;
    private final Clock clock;

    PasswordAttempts(
            Pool pool, AccountAttempts accounts, NetworkAttempts networks, ThrottleConfig config, Clock clock) {
        this.pool = pool;
        this.accounts = accounts;
        this.networks = networks;
        this.window = config.window();
        this.clock = clock;
    }

    /**
     * Takes one attempt, then runs the check; an empty result is a wrong password. The attempt is taken before the check,
     * so that any number of them at once never makes more checks than the limit. Fails with {@code TOO_MANY_ATTEMPTS}
     * without a check when none is left. A right password clears the account's count; a check that fails counts nothing.
     */
    public <T> Uni<Optional<T>> attempt(AccountKey account, ClientNetwork network, Supplier<Uni<Optional<T>>> check) {
        return attempt(account, network, check, result -> result.isPresent() ? Weight.RIGHT : Weight.WRONG);
    }

    /** The same for a check whose result says itself what it means for the counts. */
    public <T> Uni<T> attempt(
            AccountKey account, ClientNetwork network, Supplier<Uni<T>> check, Function<T, Weight> weigh) {
        Attempt attempt = new Attempt(account, network, now(), window);
        return take(attempt)
                .chain(() -> Uni.createFrom()
                        .deferred(check::get)
                        .onFailure()
                        .call(() -> giveBack(attempt))
                        .call(result -> settle(attempt, weigh.apply(result))));
    }

    /**
     * Takes one of the network's attempts for a question that checks no password, whomever it is about; it is not given
     * back. Fails with {@code TOO_MANY_ATTEMPTS} when none is left.
     */
    public Uni<Void> takeFromNetwork(EmailAddress email, ClientNetwork network) {
        Attempt attempt = new Attempt(AccountKey.of(email), network, now(), window);
        return pool.withTransaction(
                connection -> networks.take(connection, attempt).chain(untilNetwork -> refuse(untilNetwork, attempt)));
    }

    private Uni<Void> settle(Attempt attempt, Weight weight) {
        return switch (weight) {
            case WRONG -> Uni.createFrom().voidItem();
            case UNDECIDED -> giveBack(attempt);
            case RIGHT -> clear(attempt);
        };
    }

    private Uni<Void> take(Attempt attempt) {
        return pool.withTransaction(connection -> networks.take(connection, attempt)
                .chain(untilNetwork -> refuse(untilNetwork, attempt))
                .chain(() -> accounts.take(connection, attempt))
                .chain(untilAccount -> refuse(untilAccount, attempt)));
    }

    /** Failing rolls back what was taken in the same transaction. */
    private static Uni<Void> refuse(Optional<OffsetDateTime> until, Attempt attempt) {
        return until.isEmpty()
                ? Uni.createFrom().voidItem()
                : Uni.createFrom()
                        .failure(() -> ProblemException.tooManyAttempts(Duration.between(attempt.at(), until.get())));
    }

    private Uni<Void> clear(Attempt attempt) {
        return pool.withTransaction((SqlConnection connection) ->
                networks.giveBack(connection, attempt).chain(() -> accounts.clear(connection, attempt)));
    }

    private Uni<Void> giveBack(Attempt attempt) {
        return pool.withTransaction((SqlConnection connection) ->
                networks.giveBack(connection, attempt).chain(() -> accounts.giveBack(connection, attempt)));
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}

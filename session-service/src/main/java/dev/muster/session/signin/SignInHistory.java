package dev.muster.session.signin;

import dev.muster.kit.problem.Problem;
import dev.muster.kit.problem.ProblemException;
import dev.muster.session.SessionRow;
import dev.muster.session.SignInAttempt;
import dev.muster.session.SignInAttemptRepository;
import dev.muster.session.SignInEventRepository;
import dev.muster.session.SignInEventRow;
import dev.muster.session.SignInOutcome;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;

/**
 * Writes every attempt into the audit log, and into the history of the person whom it was about; never what was typed as
 * the password. An attempt that cannot be recorded is not answered but failed.
 */
@ApplicationScoped
class SignInHistory {

    /** Who tried is nobody that identity-service knows. */
    static final long NOBODY = 0;

    private final SignInEventRepository events;
    private final SignInAttemptRepository attempts;
    private final Clock clock;

    SignInHistory(SignInEventRepository events, SignInAttemptRepository attempts, Clock clock) {
        this.events = events;
        this.attempts = attempts;
        this.clock = clock;
    }

    /** Part of the transaction that opens the session. */
    Uni<Void> recordOpened(SessionRow session, SignInAttempt attempt, Client client) {
        long userId = session.userId().value();
        SignInEventRow event = event(userId, session.lastUsedAt(), SignInOutcome.SIGNED_IN, client);
        event.sessionId = session.id().value();
        return persist(event, SignInOutcome.SIGNED_IN, attempt);
    }

    /** A transaction of its own, the same for people who are known and who are not. */
    Uni<Void> record(long userId, SignInOutcome outcome, SignInAttempt attempt, Client client) {
        SignInEventRow event = event(userId, clock.instant(), outcome, client);
        return Panache.withTransaction(() -> persist(event, outcome, attempt));
    }

    /** What was never judged is in nobody's history; ends with the given failure once it is in the audit log. */
    <T> Uni<T> recordFailed(SignInAttempt attempt, ProblemException failure) {
        SignInOutcome outcome =
                failure.problem() == Problem.TOO_MANY_ATTEMPTS ? SignInOutcome.THROTTLED : SignInOutcome.FAILED;
        return recordFailed(attempt, outcome, failure);
    }

    /** The same for an attempt that was judged and says of nobody in particular that they tried. */
    <T> Uni<T> recordFailed(SignInAttempt attempt, SignInOutcome outcome, ProblemException failure) {
        return Panache.withTransaction(() -> attempts.record(attempt, clock.instant(), outcome, NOBODY))
                .chain(() -> Uni.createFrom().failure(failure));
    }

    private Uni<Void> persist(SignInEventRow event, SignInOutcome outcome, SignInAttempt attempt) {
        return events.persist(event).chain(() -> attempts.record(attempt, event.at, outcome, event.userId));
    }

    private static SignInEventRow event(long userId, Instant at, SignInOutcome outcome, Client client) {
        SignInEventRow event = new SignInEventRow();
        event.userId = userId;
        event.at = at;
        event.outcome = outcome.text();
        event.ip = client.ip();
        event.browser = client.browser().name();
        event.city = client.place().city();
        event.country = client.place().country();
        return event;
    }
}

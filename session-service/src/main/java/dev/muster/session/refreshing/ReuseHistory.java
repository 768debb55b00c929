package dev.muster.session.refreshing;

import dev.muster.session.SessionRow;
import dev.muster.session.SignInAttempt;
import dev.muster.session.SignInAttemptRepository;
import dev.muster.session.SignInEventRepository;
import dev.muster.session.SignInEventRow;
import dev.muster.session.SignInOutcome;
import dev.muster.session.SignInWay;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;

/** Writes into the person's history and the audit log that somebody showed a refresh token a second time. */
@ApplicationScoped
class ReuseHistory {

    private final SignInEventRepository events;
    private final SignInAttemptRepository attempts;
    private final Clock clock;

    ReuseHistory(SignInEventRepository events, SignInAttemptRepository attempts, Clock clock) {
        this.events = events;
        this.attempts = attempts;
        this.clock = clock;
    }

    /** Part of the transaction that closes the session. */
    Uni<Void> record(SessionRow session, Origin origin) {
        Instant now = clock.instant();
        long userId = session.userId().value();
        SignInAttempt attempt =
                new SignInAttempt(SignInWay.PLATFORM, session.userId().toString(), origin.ip(), origin.userAgent());
        return events.persist(event(session, now, origin))
                .chain(() -> attempts.record(attempt, now, SignInOutcome.TOKEN_REUSED, userId));
    }

    private static SignInEventRow event(SessionRow session, Instant now, Origin origin) {
        SignInEventRow event = new SignInEventRow();
        event.userId = session.userId().value();
        event.sessionId = session.id().value();
        event.at = now;
        event.outcome = SignInOutcome.TOKEN_REUSED.text();
        event.ip = origin.ip();
        return event;
    }
}

package dev.muster.session.signin;

import dev.muster.session.SessionRow;
import dev.muster.session.SignInEventRepository;
import dev.muster.session.SignInEventRow;
import dev.muster.session.SignInOutcome;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;

/** Writes every attempt into the sign-in history; never what was typed. */
@ApplicationScoped
class SignInHistory {

    /** Who tried is nobody that identity-service knows. */
    private static final long NOBODY = 0;

    private final SignInEventRepository events;
    private final Clock clock;

    SignInHistory(SignInEventRepository events, Clock clock) {
        this.events = events;
        this.clock = clock;
    }

    /** Part of the transaction that opens the session. */
    Uni<Void> recordOpened(SessionRow session, Client client) {
        SignInEventRow event = event(session.userId().value(), session.lastUsedAt(), SignInOutcome.SIGNED_IN, client);
        event.sessionId = session.id().value();
        return events.persist(event).replaceWithVoid();
    }

    /** A transaction of its own, the same for people who are known and who are not. */
    Uni<Void> recordRefused(CredentialVerdict verdict, Client client) {
        long userId = verdict.userId() == null ? NOBODY : verdict.userId();
        SignInEventRow event = event(userId, clock.instant(), verdict.outcome(), client);
        return Panache.withTransaction(() -> events.persist(event)).replaceWithVoid();
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

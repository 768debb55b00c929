package dev.muster.session.signin;

import dev.muster.session.SessionRow;
import dev.muster.session.SignInEventRepository;
import dev.muster.session.SignInEventRow;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Writes the sign-in history. */
@ApplicationScoped
class SignInHistory {

    private final SignInEventRepository events;

    SignInHistory(SignInEventRepository events) {
        this.events = events;
    }

    Uni<Void> record(SessionRow session, Client client) {
        SignInEventRow event = new SignInEventRow();
        event.userId = session.userId().value();
        event.sessionId = session.id().value();
        event.at = session.lastUsedAt();
        event.ip = client.ip();
        event.browser = client.browser();
        return events.persist(event).replaceWithVoid();
    }
}

package dev.muster.session.closing;

import dev.muster.kit.id.SessionId;
import dev.muster.kit.id.UserId;
import dev.muster.session.SessionRepository;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Closes a person's sessions because something about the person changed; safe to repeat. */
@ApplicationScoped
public class CloseUserSessions {

    private final SessionRepository sessions;

    CloseUserSessions(SessionRepository sessions) {
        this.sessions = sessions;
    }

    @WithTransaction
    Uni<Void> close(UserId userId, SessionId except, String reason) {
        return sessions.lockUser(userId)
                .chain(() -> sessions.closeAll(userId, except, reason))
                .replaceWithVoid();
    }
}

package dev.muster.session.closing;

import dev.muster.kit.access.LiveSession;
import dev.muster.kit.id.SessionId;
import dev.muster.kit.id.UserId;
import dev.muster.kit.problem.Problem;
import dev.muster.kit.problem.ProblemException;
import dev.muster.session.SessionRepository;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Closes one of a person's own sessions; its token is refused by every service within a second. One statement. */
@ApplicationScoped
public class CloseSession {

    private static final String SIGNED_OUT = "signed_out";
    private static final String CLOSED_BY_OWNER = "closed_by_owner";

    private final SessionRepository sessions;

    CloseSession(SessionRepository sessions) {
        this.sessions = sessions;
    }

    /** Closing a closed session succeeds; a foreign or unknown one is {@link Problem#SESSION_NOT_FOUND}. */
    @WithTransaction
    Uni<Void> close(UserId owner, SessionId id) {
        return close(owner, id, CLOSED_BY_OWNER);
    }

    /** Closes the very session that its owner uses. */
    @WithTransaction
    Uni<Void> signOut(LiveSession used) {
        return close(used.userId(), used.id(), SIGNED_OUT);
    }

    private Uni<Void> close(UserId owner, SessionId id, String reason) {
        return sessions.closeIfOpen(owner, id, reason)
                .chain(closedNow -> closedNow ? Uni.createFrom().voidItem() : requireOwned(owner, id));
    }

    private Uni<Void> requireOwned(UserId owner, SessionId id) {
        return sessions.existed(owner, id)
                .invoke(existed -> {
                    if (!existed) {
                        throw new ProblemException(Problem.SESSION_NOT_FOUND);
                    }
                })
                .replaceWithVoid();
    }
}

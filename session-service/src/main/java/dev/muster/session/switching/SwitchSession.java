package dev.muster.session.switching;

import dev.muster.kit.id.SessionId;
import dev.muster.kit.id.UserId;
import dev.muster.kit.problem.Problem;
import dev.muster.kit.problem.ProblemException;
import dev.muster.session.MembershipFloors;
import dev.muster.session.SessionRepository;
import dev.muster.session.SessionRow;
import dev.muster.session.token.TokenIssuer;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Moves a session to another organization: the same session, a new token generation; the old one is refused. */
@ApplicationScoped
public class SwitchSession {

    private final SessionRepository sessions;
    private final MembershipFloors floors;
    private final TokenIssuer tokens;

    SwitchSession(SessionRepository sessions, MembershipFloors floors, TokenIssuer tokens) {
        this.sessions = sessions;
        this.floors = floors;
        this.tokens = tokens;
    }

    /**
     * The new token. A session that is closed or has moved since is {@link Problem#SESSION_NOT_FOUND}; one without the
     * second factor that the organization demands is {@link Problem#SECOND_FACTOR_REQUIRED} and stays where it is.
     */
    @WithTransaction
    Uni<String> move(UserId userId, SessionId id, SwitchSessionRequest request) {
        return sessions.lockUser(userId)
                .chain(() -> floors.requireCurrent(userId, request.member()))
                .chain(() -> sessions.lockOpen(userId, id))
                .map(session -> moved(session, request))
                .map(session -> tokens.issue(session).text());
    }

    private static SessionRow moved(SessionRow session, SwitchSessionRequest request) {
        if (session == null || session.generation() != request.generation()) {
            throw new ProblemException(Problem.SESSION_NOT_FOUND);
        }
        if (Boolean.TRUE.equals(request.secondFactorRequired()) && !session.secondFactor()) {
            throw new ProblemException(Problem.SECOND_FACTOR_REQUIRED);
        }
        session.moveTo(request.member());
        return session;
    }
}

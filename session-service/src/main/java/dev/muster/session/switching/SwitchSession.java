package dev.muster.session.switching;

import dev.muster.kit.access.Member;
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

    /** The new token; a session that is closed or has moved since is {@link Problem#SESSION_NOT_FOUND}. */
    @WithTransaction
    Uni<String> move(UserId userId, SessionId id, int generation, Member member) {
        return sessions.lockUser(userId)
                .chain(() -> floors.reaches(userId, member.orgId(), member.version()))
                .invoke(SwitchSession::requireCurrent)
                .chain(() -> sessions.lockOpen(userId, id))
                .map(session -> moved(session, generation, member))
                .map(tokens::issue);
    }

    private static void requireCurrent(boolean membershipIsCurrent) {
        if (!membershipIsCurrent) {
            throw ProblemException.unavailable("The membership, which is changing,", null);
        }
    }

    private static SessionRow moved(SessionRow session, int generation, Member member) {
        if (session == null || session.generation() != generation) {
            throw new ProblemException(Problem.SESSION_NOT_FOUND);
        }
        session.moveTo(member);
        return session;
    }
}

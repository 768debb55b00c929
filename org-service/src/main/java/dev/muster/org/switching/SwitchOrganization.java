package dev.muster.org.switching;

import dev.muster.kit.access.LiveSession;
import dev.muster.kit.access.Member;
import dev.muster.kit.id.OrgId;
import dev.muster.kit.problem.Problem;
import dev.muster.kit.problem.ProblemException;
import dev.muster.org.ActiveMembers;
import dev.muster.org.Standing;
import dev.muster.org.peer.SessionService;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Moves the caller's session to another of their organizations; the token that they hold is refused from then on. */
@ApplicationScoped
public class SwitchOrganization {

    private final ActiveMembers members;
    private final SessionService sessions;

    SwitchOrganization(ActiveMembers members, SessionService sessions) {
        this.members = members;
        this.sessions = sessions;
    }

    /**
     * The token to use from now on. An organization that is unknown, inactive or not the caller's is
     * {@link Problem#ORGANIZATION_NOT_FOUND}, and nothing moves.
     */
    public Uni<String> switchTo(LiveSession session, OrgId orgId) {
        return members.require(session.userId(), orgId).chain(standing -> move(session, standing));
    }

    private Uni<String> move(LiveSession session, Standing standing) {
        Member member = standing.member();
        boolean secondFactorRequired = standing.membership().organization().demandsSecondFactor();
        return sessions.move(session, member, secondFactorRequired)
                .call(token ->
                        members.find(session.userId(), member.orgId()).chain(now -> catchUp(session, member, now)));
    }

    /**
     * A membership may change after it was checked and before the session has moved; such a change was announced when
     * the session was not there to hear it. Nobody gets the token before the session knows.
     */
    private Uni<Void> catchUp(LiveSession session, Member moved, Optional<Standing> now) {
        if (now.isEmpty()) {
            return sessions.removeMember(session.userId(), moved.orgId(), moved.version())
                    .onItem()
                    .failWith(ProblemException::unauthenticated);
        }
        Member current = now.get().member();
        return current.version() == moved.version()
                ? Uni.createFrom().voidItem()
                : sessions.updateMember(session.userId(), current);
    }
}

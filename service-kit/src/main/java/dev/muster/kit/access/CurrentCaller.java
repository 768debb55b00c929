package dev.muster.kit.access;

import dev.muster.kit.id.OrgId;
import dev.muster.kit.id.SessionId;
import dev.muster.kit.id.UserId;
import dev.muster.kit.problem.Problem;
import dev.muster.kit.problem.ProblemException;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;

/** Who is calling, for methods that demand a signed-in user. */
@RequestScoped
public class CurrentCaller {

    static final String ATTRIBUTE = "muster.session";

    private final SecurityIdentity identity;

    CurrentCaller(SecurityIdentity identity) {
        this.identity = identity;
    }

    /** The caller's session as it is now. */
    public LiveSession session() {
        return sessionOf(identity).orElseThrow(ProblemException::unauthenticated);
    }

    /** The session of an identity; empty for one that is no signed-in user. */
    public static Optional<LiveSession> sessionOf(SecurityIdentity identity) {
        return Optional.ofNullable(identity.getAttribute(ATTRIBUTE));
    }

    public UserId userId() {
        return session().userId();
    }

    public SessionId sessionId() {
        return session().id();
    }

    /** The active organization; a caller without one is refused with 403. */
    public OrgId orgId() {
        return member().orgId();
    }

    /** The membership in the active organization; a caller without one is refused with 403. */
    public Member member() {
        return session()
                .activeMember()
                .orElseThrow(() -> new ProblemException(Problem.FORBIDDEN, "The session is in no organization"));
    }
}

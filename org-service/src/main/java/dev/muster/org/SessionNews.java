package dev.muster.org;

import dev.muster.org.peer.GroupGrants;
import dev.muster.org.peer.SessionService;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Tells session-service what a membership is now; saying it twice does no harm. */
@ApplicationScoped
class SessionNews {

    private final SessionService sessions;
    private final GroupGrants grants;

    SessionNews(SessionService sessions, GroupGrants grants) {
        this.sessions = sessions;
        this.grants = grants;
    }

    /** Completes when the person's open sessions in the organization have followed. */
    Uni<Void> tell(MembershipRow membership) {
        if (!membership.isInForce()) {
            return sessions.removeMember(membership.userId(), membership.orgId(), membership.version());
        }
        return grants.of(membership.orgId())
                .map(groups -> new Standing(membership, groups).member())
                .chain(member -> sessions.updateMember(membership.userId(), member));
    }
}

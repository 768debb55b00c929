package dev.muster.org;

import dev.muster.kit.outbox.OutboxHandler;
import dev.muster.kit.outbox.OutboxMessage;
import dev.muster.org.peer.SessionService;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Closes all sessions that were opened in an organization before its memberships were outdated. The version just below
 * the present one is named as ended: sessions that were opened since hold the present one and stay, and a sign-in under
 * way that read an older one is refused.
 */
@ApplicationScoped
class CloseOutdatedSessions implements OutboxHandler {

    static final String KIND = "organization.sessions";

    private final MembershipPages pages;
    private final SessionService sessions;

    CloseOutdatedSessions(MembershipPages pages, SessionService sessions) {
        this.pages = pages;
        this.sessions = sessions;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Uni<Void> handle(OutboxMessage message) {
        return pages.tell(message, this::close);
    }

    private Uni<Void> close(MembershipRow membership) {
        return membership.status() == MembershipStatus.ACTIVE
                ? sessions.removeMember(membership.userId(), membership.orgId(), membership.version() - 1)
                : Uni.createFrom().voidItem();
    }
}

package dev.muster.org;

import dev.muster.kit.id.OrgId;
import dev.muster.kit.id.UserId;
import dev.muster.kit.outbox.OutboxHandler;
import dev.muster.kit.outbox.OutboxMessage;
import dev.muster.kit.outbox.OutboxRejection;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Delivers a changed membership: as it is at delivery, so that a late row never brings back an older state. */
@ApplicationScoped
class AnnounceMembership implements OutboxHandler {

    static final String KIND = "membership";

    private final MembershipRepository memberships;
    private final SessionNews sessions;

    AnnounceMembership(MembershipRepository memberships, SessionNews sessions) {
        this.memberships = memberships;
        this.sessions = sessions;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Uni<Void> handle(OutboxMessage message) {
        MembershipKey key = message.as(MembershipKey.class);
        return memberships
                .findAny(new UserId(key.userId()), new OrgId(key.orgId()))
                .onItem()
                .ifNull()
                .failWith(() -> new OutboxRejection("no such membership"))
                .chain(sessions::tell);
    }
}

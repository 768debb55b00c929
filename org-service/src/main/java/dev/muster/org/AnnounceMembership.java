package dev.muster.org;

import dev.muster.kit.outbox.OutboxHandler;
import dev.muster.kit.outbox.OutboxMessage;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Delivers a changed membership: as it is at delivery, so that a late row never brings back an older state. */
@ApplicationScoped
class AnnounceMembership implements OutboxHandler {

    static final String KIND = "membership";

    private final MembershipPages pages;
    private final SessionNews sessions;

    AnnounceMembership(MembershipPages pages, SessionNews sessions) {
        this.pages = pages;
        this.sessions = sessions;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Uni<Void> handle(OutboxMessage message) {
        return pages.tellOne(message, sessions::tell);
    }
}

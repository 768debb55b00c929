package dev.muster.org;

import dev.muster.kit.outbox.OutboxHandler;
import dev.muster.kit.outbox.OutboxMessage;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Delivers to open sessions what became of every membership of an organization. */
@ApplicationScoped
class AnnounceAllMemberships implements OutboxHandler {

    static final String KIND = "organization";

    private final MembershipPages pages;
    private final SessionNews sessions;

    AnnounceAllMemberships(MembershipPages pages, SessionNews sessions) {
        this.pages = pages;
        this.sessions = sessions;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Uni<Void> handle(OutboxMessage message) {
        return pages.tell(message, sessions::tell);
    }
}

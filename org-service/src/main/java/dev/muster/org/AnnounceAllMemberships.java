package dev.muster.org;

import dev.muster.kit.id.OrgId;
import dev.muster.kit.outbox.Outbox;
import dev.muster.kit.outbox.OutboxHandler;
import dev.muster.kit.outbox.OutboxMessage;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Delivers what became of every membership of an organization, a page at a time however many there are. */
@ApplicationScoped
class AnnounceAllMemberships implements OutboxHandler {

    static final String KIND = "organization";

    private static final int PAGE = 200;
    private static final int AT_ONCE = 16;

    private final MembershipRepository memberships;
    private final SessionNews sessions;
    private final Outbox outbox;

    /** The members after the given person. */
    @RegisterForReflection
    record Page(long orgId, long afterUserId) {}

    AnnounceAllMemberships(MembershipRepository memberships, SessionNews sessions, Outbox outbox) {
        this.memberships = memberships;
        this.sessions = sessions;
        this.outbox = outbox;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Uni<Void> handle(OutboxMessage message) {
        Page page = message.as(Page.class);
        return memberships
                .pageOfAll(new OrgId(page.orgId()), page.afterUserId(), PAGE)
                .call(this::tellAll)
                .chain(rows -> rows.size() < PAGE
                        ? Uni.createFrom().voidItem()
                        : goOn(
                                message,
                                new Page(
                                        page.orgId(),
                                        rows.get(PAGE - 1).userId().value())));
    }

    private Uni<Void> tellAll(List<MembershipRow> rows) {
        return Multi.createFrom()
                .iterable(rows)
                .onItem()
                .transformToUni(sessions::tell)
                .merge(AT_ONCE)
                .onItem()
                .ignoreAsUni();
    }

    private Uni<Void> goOn(OutboxMessage message, Page next) {
        return Panache.withTransaction(() -> outbox.append(KIND, message.key(), next))
                .replaceWithVoid();
    }
}

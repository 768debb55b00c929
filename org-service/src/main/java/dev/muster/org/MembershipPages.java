package dev.muster.org;

import dev.muster.kit.id.OrgId;
import dev.muster.kit.id.UserId;
import dev.muster.kit.outbox.Outbox;
import dev.muster.kit.outbox.OutboxMessage;
import dev.muster.kit.outbox.OutboxRejection;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.function.Function;

/** Tells somebody what became of memberships: of one, or a page at a time of all that an organization has. */
@ApplicationScoped
class MembershipPages {

    private static final int PAGE = 200;
    private static final int AT_ONCE = 16;

    private final MembershipRepository memberships;
    private final Outbox outbox;

    /** The members after the given person. */
    @RegisterForReflection
    record Page(long orgId, long afterUserId) {

        static Page first(OrgId orgId) {
            return new Page(orgId.value(), 0);
        }
    }

    MembershipPages(MembershipRepository memberships, Outbox outbox) {
        this.memberships = memberships;
        this.outbox = outbox;
    }

    /** Tells the membership that the row names, as it is now; the row is parked when there is none. */
    Uni<Void> tellOne(OutboxMessage message, Function<MembershipRow, Uni<Void>> news) {
        MembershipKey key = message.as(MembershipKey.class);
        return memberships
                .findAny(new UserId(key.userId()), new OrgId(key.orgId()))
                .onItem()
                .ifNull()
                .failWith(() -> new OutboxRejection("no such membership"))
                .chain(news::apply);
    }

    /** Tells the page that the row names; the next one follows in a row of the same kind and key. */
    Uni<Void> tell(OutboxMessage message, Function<MembershipRow, Uni<Void>> news) {
        Page page = message.as(Page.class);
        return memberships
                .pageOfAll(new OrgId(page.orgId()), page.afterUserId(), PAGE)
                .call(rows -> tellAll(rows, news))
                .chain(rows -> rows.size() < PAGE
                        ? Uni.createFrom().voidItem()
                        : goOn(
                                message,
                                new Page(
                                        page.orgId(),
                                        rows.get(PAGE - 1).userId().value())));
    }

    /** Tells all of these, some at the same time. */
    static Uni<Void> tellAll(List<MembershipRow> rows, Function<MembershipRow, Uni<Void>> news) {
        return Multi.createFrom()
                .iterable(rows)
                .onItem()
                .transformToUni(news::apply)
                .merge(AT_ONCE)
                .onItem()
                .ignoreAsUni();
    }

    private Uni<Void> goOn(OutboxMessage message, Page next) {
        return Panache.withTransaction(() -> outbox.append(message.kind(), message.key(), next))
                .replaceWithVoid();
    }
}

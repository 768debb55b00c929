package dev.muster.org;

import dev.muster.kit.id.OrgId;
import dev.muster.kit.id.UserId;
import dev.muster.kit.outbox.Outbox;
import dev.muster.kit.outbox.OutboxId;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Promises, in the transaction of a change, that open sessions and identity-service's lists hear of it. */
@ApplicationScoped
public class Announcements {

    private final Outbox outbox;
    private final AnnouncementsConfig config;

    Announcements(Outbox outbox, AnnouncementsConfig config) {
        this.outbox = outbox;
        this.config = config;
    }

    /** The person's open sessions in the organization and identity-service's copy are to follow the membership. */
    public Uni<Announced<MembershipRow>> ofMembership(MembershipRow membership) {
        return ofMembership(membership.userId(), membership.orgId()).map(news -> new Announced<>(membership, news));
    }

    /** The same for a membership that was changed without being read. */
    public Uni<List<OutboxId>> ofMembership(UserId userId, OrgId orgId) {
        return both(
                AnnounceMembership.KIND,
                CopyMembership.KIND,
                keyOf(userId, orgId),
                new MembershipKey(userId.value(), orgId.value()));
    }

    /** Identity-service is to copy a membership in which nobody can have an open session yet. */
    public Uni<OutboxId> ofNewMembership(MembershipRow membership) {
        UserId userId = membership.userId();
        OrgId orgId = membership.orgId();
        return outbox.append(
                CopyMembership.KIND, keyOf(userId, orgId), new MembershipKey(userId.value(), orgId.value()));
    }

    /** The same for several of one organization at once: one row. */
    public Uni<OutboxId> ofNewMemberships(OrgId orgId, List<Long> userIds) {
        return outbox.append(
                CopyMemberships.KIND,
                "organization:" + orgId,
                new CopyMemberships.Members(orgId.value(), List.copyOf(userIds)));
    }

    /** Everybody's open sessions in the organization and identity-service's copies are to follow the memberships. */
    public Uni<Announced<OrgId>> ofAllMemberships(OrgId orgId) {
        return both(
                        AnnounceAllMemberships.KIND,
                        CopyAllMemberships.KIND,
                        "organization:" + orgId,
                        MembershipPages.Page.first(orgId))
                .map(news -> new Announced<>(orgId, news));
    }

    /** All sessions that hold an older version of their membership of the organization are to be closed. */
    public Uni<OutboxId> ofOutdatedSessions(OrgId orgId) {
        return outbox.append(CloseOutdatedSessions.KIND, "organization:" + orgId, MembershipPages.Page.first(orgId));
    }

    /** Waits after the commit until the others have heard, for as long as is configured at most. */
    public Uni<Void> await(List<OutboxId> news) {
        return Multi.createFrom()
                .iterable(news)
                .onItem()
                .transformToUniAndMerge(id -> outbox.deliver(id, config.patience()))
                .onItem()
                .ignoreAsUni();
    }

    private Uni<List<OutboxId>> both(String toSessions, String toIdentity, String key, Object payload) {
        return outbox.append(toSessions, key, payload)
                .chain(first -> outbox.append(toIdentity, key, payload).map(second -> List.of(first, second)));
    }

    private static String keyOf(UserId userId, OrgId orgId) {
        return "member:" + userId + ":" + orgId;
    }
}

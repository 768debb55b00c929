package dev.muster.org;

import dev.muster.kit.id.OrgId;
import dev.muster.kit.outbox.Outbox;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Promises, in the transaction of a change, that open sessions hear of it. */
@ApplicationScoped
public class Announcements {

    private final Outbox outbox;

    Announcements(Outbox outbox) {
        this.outbox = outbox;
    }

    /** The person's open sessions in the organization are to follow the changed membership. */
    public Uni<Announced<MembershipRow>> ofMembership(MembershipRow membership) {
        MembershipKey key = new MembershipKey(
                membership.userId().value(), membership.orgId().value());
        return outbox.append(AnnounceMembership.KIND, "member:" + key.userId() + ":" + key.orgId(), key)
                .map(news -> new Announced<>(membership, news));
    }

    /** Everybody's open sessions in the organization are to follow their memberships. */
    public Uni<Announced<OrgId>> ofAllMemberships(OrgId orgId) {
        return outbox.append(
                        AnnounceAllMemberships.KIND,
                        "organization:" + orgId,
                        new AnnounceAllMemberships.Page(orgId.value(), 0))
                .map(news -> new Announced<>(orgId, news));
    }
}

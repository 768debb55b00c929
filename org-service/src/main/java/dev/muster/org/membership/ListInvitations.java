package dev.muster.org.membership;

import dev.muster.kit.id.OrgId;
import dev.muster.org.ActiveMembers;
import dev.muster.org.Actor;
import dev.muster.org.MembershipRepository;
import dev.muster.org.MembershipRow;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Lists who is invited into an organization and has not accepted yet, a page at a time; its administrators may. */
@ApplicationScoped
public class ListInvitations {

    private final ActiveMembers members;
    private final MembershipRepository memberships;

    ListInvitations(ActiveMembers members, MembershipRepository memberships) {
        this.members = members;
        this.memberships = memberships;
    }

    /** The invited on the page by user id, and one more when another page follows. */
    Uni<List<MembershipRow>> list(Actor actor, OrgId orgId, Page page) {
        return members.require(actor.userId(), orgId)
                .invoke(caller -> {
                    caller.requireSecondFactor(actor.hasSecondFactor());
                    caller.requireAdministrator();
                })
                .chain(() -> memberships.pendingPage(orgId, page.after(), page.limit() + 1));
    }
}

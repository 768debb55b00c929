package dev.muster.org.membership;

import dev.muster.kit.id.OrgId;
import dev.muster.org.ActiveMembers;
import dev.muster.org.Actor;
import dev.muster.org.MembershipRepository;
import dev.muster.org.MembershipRow;
import dev.muster.org.Standing;
import dev.muster.org.peer.Groups;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Lists an organization's members a page at a time; its administrators and those who may read members may. */
@ApplicationScoped
public class ListMembers {

    private final ActiveMembers members;
    private final MembershipRepository memberships;

    ListMembers(ActiveMembers members, MembershipRepository memberships) {
        this.members = members;
        this.memberships = memberships;
    }

    /** The members on the page by user id, and one more when another page follows. */
    Uni<List<Standing>> list(Actor actor, OrgId orgId, Page page) {
        return members.require(actor.userId(), orgId)
                .invoke(standing -> standing.requireSecondFactor(actor.hasSecondFactor()))
                .invoke(Standing::requireMemberReader)
                .chain(caller -> memberships
                        .page(orgId, page.after(), page.limit() + 1)
                        .map(rows -> standings(rows, caller.groups())));
    }

    private static List<Standing> standings(List<MembershipRow> rows, Groups groups) {
        return rows.stream().map(row -> new Standing(row, groups)).toList();
    }
}

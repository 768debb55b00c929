package dev.muster.org;

import dev.muster.kit.access.Member;
import dev.muster.kit.id.OrgId;
import dev.muster.kit.id.UserId;
import dev.muster.org.peer.GroupGrants;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** What people are in organizations now: memberships in force, with the permissions of their group. */
@ApplicationScoped
public class ActiveMembers {

    private final MembershipRepository memberships;
    private final GroupGrants grants;

    ActiveMembers(MembershipRepository memberships, GroupGrants grants) {
        this.memberships = memberships;
        this.grants = grants;
    }

    /** The person in the given organization; empty when the membership or the organization is not active. */
    public Uni<Optional<Member>> find(UserId userId, OrgId orgId) {
        return memberships.inForce(userId, orgId).chain(this::withGrants);
    }

    /** The person where a sign-in starts: in the default account, else in the oldest membership in force. */
    public Uni<Optional<Member>> findDefault(UserId userId) {
        return memberships.firstInForce(userId).chain(this::withGrants);
    }

    private Uni<Optional<Member>> withGrants(MembershipRow membership) {
        if (membership == null) {
            return Uni.createFrom().item(Optional.empty());
        }
        return grants.permissionsOf(membership.orgId(), membership.groupId())
                .map(granted -> Optional.of(membership.toMember(granted)));
    }
}

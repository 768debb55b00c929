package dev.muster.org;

import dev.muster.kit.id.OrgId;
import dev.muster.kit.id.UserId;
import dev.muster.kit.problem.Problem;
import dev.muster.kit.problem.ProblemException;
import dev.muster.org.peer.GroupGrants;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
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
    public Uni<Optional<Standing>> find(UserId userId, OrgId orgId) {
        return memberships.inForce(userId, orgId).chain(this::standing);
    }

    /** The person in the given organization, which without a membership in force does not exist for them. */
    public Uni<Standing> require(UserId userId, OrgId orgId) {
        return find(userId, orgId)
                .map(found -> found.orElseThrow(() -> new ProblemException(Problem.ORGANIZATION_NOT_FOUND)));
    }

    /** The person where a sign-in starts: in the default account, else in the oldest membership in force. */
    public Uni<Optional<Standing>> findDefault(UserId userId) {
        return memberships.firstInForce(userId).chain(this::standing);
    }

    private Uni<Optional<Standing>> standing(MembershipRow membership) {
        return membership == null
                ? Uni.createFrom().item(Optional.empty())
                : withGroups(membership).map(Optional::of);
    }

    /** The standings that stored memberships amount to, in their order. */
    public Uni<List<Standing>> standings(List<MembershipRow> memberships) {
        return Multi.createFrom()
                .iterable(memberships)
                .onItem()
                .transformToUniAndConcatenate(this::withGroups)
                .collect()
                .asList();
    }

    private Uni<Standing> withGroups(MembershipRow membership) {
        return grants.of(membership.orgId()).map(groups -> new Standing(membership, groups));
    }
}

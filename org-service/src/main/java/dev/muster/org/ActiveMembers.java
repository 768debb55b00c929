package dev.muster.org;

import dev.muster.kit.id.OrgId;
import dev.muster.kit.id.UserId;
import dev.muster.kit.problem.Problem;
import dev.muster.kit.problem.ProblemException;
import dev.muster.org.peer.GroupGrants;
import dev.muster.org.peer.Groups;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What people are in organizations now: memberships in force, with the permissions of their group. */
@ApplicationScoped
public class ActiveMembers {

    private static final int AT_ONCE = 16;

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

    /** The same with groups that are known already: nothing but the database is asked, as a transaction must. */
    public Uni<Standing> require(UserId userId, OrgId orgId, Groups groups) {
        return memberships
                .inForce(userId, orgId)
                .onItem()
                .ifNull()
                .failWith(() -> new ProblemException(Problem.ORGANIZATION_NOT_FOUND))
                .map(membership -> new Standing(membership, groups));
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

    /** The standings that stored memberships amount to, in their order; each organization's groups are asked for once. */
    public Uni<List<Standing>> standings(List<MembershipRow> memberships) {
        return groupsOf(memberships.stream().map(MembershipRow::orgId).collect(Collectors.toSet()))
                .map(groups -> memberships.stream()
                        .map(membership -> new Standing(membership, groups.get(membership.orgId())))
                        .toList());
    }

    private Uni<Map<OrgId, Groups>> groupsOf(Set<OrgId> orgIds) {
        return Multi.createFrom()
                .iterable(orgIds)
                .onItem()
                .transformToUni(orgId -> grants.of(orgId).map(groups -> Map.entry(orgId, groups)))
                .merge(AT_ONCE)
                .collect()
                .asMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    private Uni<Standing> withGroups(MembershipRow membership) {
        return grants.of(membership.orgId()).map(groups -> new Standing(membership, groups));
    }
}

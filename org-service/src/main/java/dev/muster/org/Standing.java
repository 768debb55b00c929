package dev.muster.org;

import dev.muster.kit.access.Member;
import dev.muster.kit.id.OrgId;
import dev.muster.kit.problem.Problem;
import dev.muster.kit.problem.ProblemException;
import dev.muster.org.peer.Groups;
import java.util.Set;

/**
 * What a person is in an organization.
 *
 * @param groups the organization's groups, of which the membership names one
 */
public record Standing(MembershipRow membership, Groups groups) {

    public OrgId orgId() {
        return membership.orgId();
    }

    /** What the other services need to know of it. */
    public Member member() {
        return membership.toMember(granted());
    }

    public Role role() {
        return membership.role(granted());
    }

    private Set<String> granted() {
        return groups.permissionsOf(membership.groupId());
    }

    /** Where the organization demands a second factor, one without is {@link Problem#SECOND_FACTOR_REQUIRED}. */
    public void requireSecondFactor(boolean present) {
        if (!present && membership.organization().demandsSecondFactor()) {
            throw new ProblemException(Problem.SECOND_FACTOR_REQUIRED);
        }
    }

    /** Anybody else is refused with {@link Problem#FORBIDDEN}. */
    public void requireOwner() {
        require(membership.isOwner());
    }

    /** Anybody who does not administer the organization is refused with {@link Problem#FORBIDDEN}. */
    public void requireAdministrator() {
        require(member().administers());
    }

    /** Anybody who may not see the organization's members is refused with {@link Problem#FORBIDDEN}. */
    public void requireMemberReader() {
        require(member().readsMembers());
    }

    private static void require(boolean allowed) {
        if (!allowed) {
            throw new ProblemException(Problem.FORBIDDEN);
        }
    }
}

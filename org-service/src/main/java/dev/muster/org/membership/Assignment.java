package dev.muster.org.membership;

import dev.muster.kit.access.Member;
import dev.muster.kit.problem.FieldErrors;
import dev.muster.kit.problem.Problem;
import dev.muster.kit.problem.ProblemException;
import dev.muster.org.Actor;
import dev.muster.org.MembershipRow;
import dev.muster.org.Role;
import dev.muster.org.Standing;
import dev.muster.org.peer.Groups;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What a member is to become: the change that is wanted, completed by what the member is already.
 *
 * @param role null leaves owners and developers what they are
 */
record Assignment(long group, Role role, Set<String> permissions) {

    private static final String ADMINISTERS = "admin";

    /** Of the built-in groups Student grants nothing. */
    private static final long GROUP_OF_GUESTS = 120;

    /** Refuses groups and permissions that the organization does not know; the operator's is known everywhere. */
    static Assignment of(MembershipRow present, MemberChange wanted, Groups groups, String operatorPermission) {
        return of(present.groupId(), present.permissions(), wanted, groups, operatorPermission);
    }

    /** The same for somebody who is nothing yet. */
    static Assignment ofGuest(MemberChange wanted, Groups groups, String operatorPermission) {
        return of(GROUP_OF_GUESTS, Set.of(), wanted, groups, operatorPermission);
    }

    private static Assignment of(
            long presentGroup, Set<String> present, MemberChange wanted, Groups groups, String operatorPermission) {
        FieldErrors errors = new FieldErrors();
        if (wanted.group() != null && !groups.has(wanted.group())) {
            errors.add("/group", "unknown_group", "The organization has no such group");
        }
        List<String> names = wanted.permissions() == null ? List.of() : wanted.permissions();
        for (int i = 0; i < names.size(); i++) {
            String name = names.get(i);
            if (name == null || !(groups.knows(name) || name.equals(operatorPermission))) {
                errors.add("/permissions/" + i, "unknown_permission", "There is no such permission");
            }
        }
        errors.throwIfAny();
        return new Assignment(
                wanted.group() == null ? presentGroup : wanted.group(),
                wanted.role(),
                wanted.permissions() == null ? implied(present, wanted.role()) : Set.copyOf(names));
    }

    /** A role that is given without permissions adds or takes the one that it is about. */
    private static Set<String> implied(Set<String> present, Role role) {
        Set<String> permissions = new HashSet<>(present);
        if (role == Role.ADMINISTRATOR) {
            permissions.add(ADMINISTERS);
        } else if (role == Role.DEVELOPER || role == Role.VIEWER) {
            permissions.remove(ADMINISTERS);
        }
        return permissions;
    }

    /** Only platform operators make operators: {@link Problem#FORBIDDEN}. */
    void requireMayGive(Actor actor, Standing caller, String operatorPermission) {
        if (permissions.contains(operatorPermission) && !actor.operates(caller, operatorPermission)) {
            throw new ProblemException(Problem.FORBIDDEN, "Only platform operators make others operators");
        }
    }

    /** Whether it makes an administrator of the caller's organization. */
    boolean administers(Standing caller) {
        Set<String> all = new HashSet<>(permissions);
        all.addAll(caller.groups().permissionsOf(group));
        return new Member(caller.orgId(), 0, group, all, false, false, false, null, null, null).administers();
    }

    /** Whether an owner would be one no longer. */
    boolean endsOwnership() {
        return role != null && role != Role.OWNER;
    }

    /** Changes the membership; a role that the group or the permissions speak against is refused. */
    void applyTo(Standing member, Instant now) {
        MembershipRow membership = member.membership();
        membership.assign(group, permissions, now);
        if (role != null) {
            membership.rank(role == Role.OWNER, role == Role.DEVELOPER, now);
            requireRole(member);
        }
    }

    private void requireRole(Standing member) {
        if (member.role() != role) {
            throw ProblemException.invalid(
                    "/role", "contradiction", "The group and the permissions make this member " + member.role());
        }
    }
}

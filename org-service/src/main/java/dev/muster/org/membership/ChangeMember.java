package dev.muster.org.membership;

import dev.muster.kit.access.AccessConfig;
import dev.muster.kit.id.OrgId;
import dev.muster.kit.id.UserId;
import dev.muster.kit.problem.Problem;
import dev.muster.kit.problem.ProblemException;
import dev.muster.org.Actor;
import dev.muster.org.Announced;
import dev.muster.org.Announcements;
import dev.muster.org.MembershipRow;
import dev.muster.org.MembershipStatus;
import dev.muster.org.OrganizationChanges;
import dev.muster.org.Role;
import dev.muster.org.Standing;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;

/** Changes a member's group, role and permissions, in force on their open sessions when it answers. */
@ApplicationScoped
public class ChangeMember {

    private final OrganizationChanges changes;
    private final MembershipAuthority authority;
    private final LastOwner lastOwner;
    private final Announcements announcements;
    private final AccessConfig access;
    private final Clock clock;

    ChangeMember(
            OrganizationChanges changes,
            MembershipAuthority authority,
            LastOwner lastOwner,
            Announcements announcements,
            AccessConfig access,
            Clock clock) {
        this.changes = changes;
        this.authority = authority;
        this.lastOwner = lastOwner;
        this.announcements = announcements;
        this.access = access;
        this.clock = clock;
    }

    /**
     * The changed member. Only owners make owners, only platform operators make operators: {@link Problem#FORBIDDEN}.
     * The last owner stays one: {@link Problem#LAST_OWNER}.
     */
    Uni<Standing> change(Actor actor, OrgId orgId, UserId member, MemberChange wanted) {
        return changes.announce(
                actor, orgId, caller -> change(actor, caller, member, wanted).chain(changed -> announce(changed)));
    }

    private Uni<Announced<Standing>> announce(Standing changed) {
        return announcements.ofMembership(changed.membership()).map(sent -> new Announced<>(changed, sent.news()));
    }

    private Uni<Standing> change(Actor actor, Standing caller, UserId member, MemberChange wanted) {
        return authority.over(caller, member).chain(membership -> {
            Assignment assignment = Assignment.of(membership, wanted, caller.groups(), access.operatorPermission());
            requireRight(actor, caller, membership, assignment);
            return keepAnOwner(membership, assignment)
                    .map(kept -> apply(assignment, wanted, new Standing(membership, caller.groups())));
        });
    }

    private void requireRight(Actor actor, Standing caller, MembershipRow membership, Assignment assignment) {
        if (assignment.role() == Role.OWNER) {
            caller.requireOwner();
            requireActive(membership);
        }
        if (!membership.permissions().contains(access.operatorPermission())) {
            assignment.requireMayGive(actor, caller, access.operatorPermission());
        }
    }

    private static void requireActive(MembershipRow membership) {
        if (membership.status() != MembershipStatus.ACTIVE) {
            throw new ProblemException(Problem.CONFLICT, "Only an active member can own the organization");
        }
    }

    private Uni<Void> keepAnOwner(MembershipRow membership, Assignment assignment) {
        return assignment.endsOwnership()
                ? lastOwner.requireAnother(membership)
                : Uni.createFrom().voidItem();
    }

    private Standing apply(Assignment assignment, MemberChange wanted, Standing member) {
        assignment.applyTo(member, clock.instant());
        wanted.staff().applyTo(member.membership(), clock.instant());
        return member;
    }
}

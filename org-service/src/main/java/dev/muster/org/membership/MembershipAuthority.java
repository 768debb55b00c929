package dev.muster.org.membership;

import dev.muster.kit.id.UserId;
import dev.muster.kit.problem.Problem;
import dev.muster.kit.problem.ProblemException;
import dev.muster.org.MembershipRepository;
import dev.muster.org.MembershipRow;
import dev.muster.org.MembershipStatus;
import dev.muster.org.Standing;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Who may change whose membership: administrators anybody's, but owners only among themselves. */
@ApplicationScoped
class MembershipAuthority {

    private final MembershipRepository memberships;

    MembershipAuthority(MembershipRepository memberships) {
        this.memberships = memberships;
    }

    /** The membership for the caller to change; one that has ended or never was is not found. */
    Uni<MembershipRow> over(Standing caller, UserId member) {
        caller.requireAdministrator();
        return memberships.findAny(member, caller.orgId()).invoke(membership -> require(caller, membership));
    }

    /** The membership of somebody who is invited; one that is in force is {@link Problem#NOT_PENDING}. */
    Uni<MembershipRow> overInvited(Standing caller, UserId invited) {
        return over(caller, invited).invoke(MembershipAuthority::requirePending);
    }

    private static void requirePending(MembershipRow membership) {
        if (membership.status() != MembershipStatus.PENDING) {
            throw new ProblemException(Problem.NOT_PENDING, "This person has accepted already");
        }
    }

    private static void require(Standing caller, MembershipRow membership) {
        if (membership == null || membership.status() == MembershipStatus.INACTIVE) {
            throw new ProblemException(Problem.USER_NOT_FOUND);
        }
        if (membership.isOwner()) {
            caller.requireOwner();
        }
    }
}

package dev.muster.org.membership;

import dev.muster.kit.access.AccessConfig;
import dev.muster.kit.id.OrgId;
import dev.muster.kit.id.UserId;
import dev.muster.kit.problem.Problem;
import dev.muster.kit.problem.ProblemException;
import dev.muster.org.ActiveMembers;
import dev.muster.org.Actor;
import dev.muster.org.MembershipRepository;
import dev.muster.org.MembershipRow;
import dev.muster.org.MembershipStatus;
import dev.muster.org.Role;
import dev.muster.org.Standing;
import dev.muster.org.peer.IdentityService;
import dev.muster.org.peer.InvitationOrder;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Optional;

/** Invites somebody by e-mail into an organization; identity-service writes to them and orders the membership. */
@ApplicationScoped
public class InviteMember {

    private final ActiveMembers members;
    private final MembershipRepository memberships;
    private final IdentityService identity;
    private final AccessConfig access;
    private final Clock clock;

    InviteMember(
            ActiveMembers members,
            MembershipRepository memberships,
            IdentityService identity,
            AccessConfig access,
            Clock clock) {
        this.members = members;
        this.memberships = memberships;
        this.identity = identity;
        this.access = access;
        this.clock = clock;
    }

    /**
     * Answers alike whether the address is known or not. Nothing is stored here, so that nothing is left when
     * identity-service is away. Somebody who is a member already is {@link Problem#CONFLICT}.
     */
    Uni<InvitationView> invite(Actor actor, OrgId orgId, InvitationRequest wanted) {
        return members.require(actor.userId(), orgId)
                .map(caller -> order(actor, caller, wanted))
                .chain(order -> identity.invite(order)
                        .chain(userId -> memberships
                                .findAny(userId, orgId)
                                .map(membership -> view(userId, Optional.ofNullable(membership), order))));
    }

    private InvitationOrder order(Actor actor, Standing caller, InvitationRequest wanted) {
        caller.requireSecondFactor(actor.hasSecondFactor());
        caller.requireAdministrator();
        Assignment assignment = Assignment.ofGuest(wanted.change(), caller.groups(), access.operatorPermission());
        assignment.requireMayGive(actor, caller, access.operatorPermission());
        requireRole(assignment, caller);
        return new InvitationOrder(
                caller.orgId().value(),
                caller.membership().organization().name(),
                wanted.address(),
                assignment.group(),
                assignment.permissions(),
                actor.userId().value());
    }

    private static void requireRole(Assignment assignment, Standing caller) {
        if (assignment.role() != null && assignment.administers(caller) != (assignment.role() == Role.ADMINISTRATOR)) {
            throw ProblemException.invalid(
                    "/role", "contradiction", "The group and the permissions speak against this role");
        }
    }

    /** Somebody who is invited already stays invited as they were, and that is what is answered. */
    private InvitationView view(UserId userId, Optional<MembershipRow> present, InvitationOrder order) {
        MembershipStatus status = present.map(MembershipRow::status).orElse(MembershipStatus.INACTIVE);
        return switch (status) {
            case ACTIVE -> throw new ProblemException(Problem.CONFLICT, "This person is a member already");
            case PENDING -> InvitationView.of(present.orElseThrow(), order.email());
            case INACTIVE -> InvitationView.of(userId.value(), order, clock.instant());
        };
    }
}

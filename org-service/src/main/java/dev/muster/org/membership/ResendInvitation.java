package dev.muster.org.membership;

import dev.muster.kit.id.OrgId;
import dev.muster.kit.id.UserId;
import dev.muster.kit.problem.Problem;
import dev.muster.org.ActiveMembers;
import dev.muster.org.Actor;
import dev.muster.org.MembershipRow;
import dev.muster.org.Standing;
import dev.muster.org.peer.IdentityService;
import dev.muster.org.peer.InvitationOrder;
import dev.muster.org.peer.PersonView;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Has identity-service write once more to somebody who is invited; the link in the older mail opens nothing then. */
@ApplicationScoped
public class ResendInvitation {

    private final ActiveMembers members;
    private final MembershipAuthority authority;
    private final IdentityService identity;

    ResendInvitation(ActiveMembers members, MembershipAuthority authority, IdentityService identity) {
        this.members = members;
        this.authority = authority;
        this.identity = identity;
    }

    /** Whoever was never invited is {@link Problem#USER_NOT_FOUND}, who has accepted {@link Problem#NOT_PENDING}. */
    Uni<Void> resend(Actor actor, OrgId orgId, UserId invited) {
        return members.require(actor.userId(), orgId)
                .invoke(caller -> caller.requireSecondFactor(actor.hasSecondFactor()))
                .chain(caller -> authority
                        .overInvited(caller, invited)
                        .chain(membership ->
                                identity.person(invited).map(person -> order(actor, caller, membership, person))))
                .chain(identity::invite)
                .replaceWithVoid();
    }

    private static InvitationOrder order(Actor actor, Standing caller, MembershipRow membership, PersonView person) {
        return new InvitationOrder(
                caller.orgId().value(),
                caller.membership().organization().name(),
                person.email(),
                membership.groupId(),
                membership.permissions(),
                actor.userId().value());
    }
}

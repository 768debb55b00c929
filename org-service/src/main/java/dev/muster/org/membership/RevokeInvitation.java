package dev.muster.org.membership;

import dev.muster.kit.id.OrgId;
import dev.muster.kit.id.UserId;
import dev.muster.kit.problem.Problem;
import dev.muster.org.Actor;
import dev.muster.org.Announced;
import dev.muster.org.Announcements;
import dev.muster.org.MembershipRow;
import dev.muster.org.OrganizationChanges;
import dev.muster.org.Standing;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;

/** Takes an invitation back before it is accepted; the link in the mail then opens nothing. */
@ApplicationScoped
public class RevokeInvitation {

    private final OrganizationChanges changes;
    private final MembershipAuthority authority;
    private final Announcements announcements;
    private final Clock clock;

    RevokeInvitation(
            OrganizationChanges changes, MembershipAuthority authority, Announcements announcements, Clock clock) {
        this.changes = changes;
        this.authority = authority;
        this.announcements = announcements;
        this.clock = clock;
    }

    /** Whoever was never invited is {@link Problem#USER_NOT_FOUND}, who has accepted {@link Problem#NOT_PENDING}. */
    Uni<Void> revoke(Actor actor, OrgId orgId, UserId invited) {
        return changes.announce(actor, orgId, caller -> end(caller, invited)).replaceWithVoid();
    }

    private Uni<Announced<MembershipRow>> end(Standing caller, UserId invited) {
        return authority
                .overInvited(caller, invited)
                .invoke(membership -> membership.end(clock.instant()))
                .chain(announcements::ofMembership);
    }
}

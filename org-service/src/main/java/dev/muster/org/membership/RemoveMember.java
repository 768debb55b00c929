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

/** Ends somebody's membership; their sessions in the organization are closed. */
@ApplicationScoped
public class RemoveMember {

    private final OrganizationChanges changes;
    private final MembershipAuthority authority;
    private final LastOwner lastOwner;
    private final Announcements announcements;
    private final Clock clock;

    RemoveMember(
            OrganizationChanges changes,
            MembershipAuthority authority,
            LastOwner lastOwner,
            Announcements announcements,
            Clock clock) {
        this.changes = changes;
        this.authority = authority;
        this.lastOwner = lastOwner;
        this.announcements = announcements;
        this.clock = clock;
    }

    /** The last owner stays, {@link Problem#LAST_OWNER}; a person who is no member is {@link Problem#USER_NOT_FOUND}. */
    public Uni<Void> remove(Actor actor, OrgId orgId, UserId member) {
        return changes.announce(actor, orgId, standing -> end(standing, member)).replaceWithVoid();
    }

    private Uni<Announced<MembershipRow>> end(Standing caller, UserId member) {
        return authority
                .over(caller, member)
                .call(lastOwner::requireAnother)
                .invoke(membership -> membership.end(clock.instant()))
                .chain(announcements::ofMembership);
    }
}

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

/** Ends the caller's own membership; their sessions in the organization are closed. */
@ApplicationScoped
public class LeaveOrganization {

    private final OrganizationChanges changes;
    private final LastOwner lastOwner;
    private final Announcements announcements;
    private final Clock clock;

    LeaveOrganization(OrganizationChanges changes, LastOwner lastOwner, Announcements announcements, Clock clock) {
        this.changes = changes;
        this.lastOwner = lastOwner;
        this.announcements = announcements;
        this.clock = clock;
    }

    /** Nobody needs a second factor to leave. The last owner stays: {@link Problem#LAST_OWNER}. */
    public Uni<Void> leave(UserId caller, OrgId orgId) {
        return changes.announce(Actor.through(caller), orgId, this::end).replaceWithVoid();
    }

    private Uni<Announced<MembershipRow>> end(Standing caller) {
        MembershipRow own = caller.membership();
        return lastOwner
                .requireAnother(own)
                .invoke(() -> own.end(clock.instant()))
                .chain(() -> announcements.ofMembership(own));
    }
}

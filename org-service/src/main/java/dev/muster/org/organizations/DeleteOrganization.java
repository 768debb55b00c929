package dev.muster.org.organizations;

import dev.muster.kit.id.OrgId;
import dev.muster.org.Actor;
import dev.muster.org.AllMemberships;
import dev.muster.org.Announced;
import dev.muster.org.Announcements;
import dev.muster.org.OrganizationChanges;
import dev.muster.org.Standing;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;

/** Ends an organization with all its memberships; everybody's sessions in it are closed. Its owners may. */
@ApplicationScoped
public class DeleteOrganization {

    private final OrganizationChanges changes;
    private final AllMemberships memberships;
    private final Announcements announcements;
    private final Clock clock;

    DeleteOrganization(
            OrganizationChanges changes, AllMemberships memberships, Announcements announcements, Clock clock) {
        this.changes = changes;
        this.memberships = memberships;
        this.announcements = announcements;
        this.clock = clock;
    }

    /** For its former members the organization does not exist from now on. */
    public Uni<Void> delete(Actor actor, OrgId orgId) {
        return changes.announce(actor, orgId, this::close).replaceWithVoid();
    }

    private Uni<Announced<OrgId>> close(Standing caller) {
        caller.requireOwner();
        Instant now = clock.instant();
        caller.membership().organization().close(now);
        return memberships.end(caller.orgId(), now).chain(() -> announcements.ofAllMemberships(caller.orgId()));
    }
}

package dev.muster.org.organizations;

import dev.muster.kit.id.OrgId;
import dev.muster.kit.id.UserId;
import dev.muster.org.OrganizationChanges;
import dev.muster.org.OrganizationName;
import dev.muster.org.Standing;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;

/** Gives an organization another name; its administrators may. */
@ApplicationScoped
public class RenameOrganization {

    private final OrganizationChanges changes;
    private final Clock clock;

    RenameOrganization(OrganizationChanges changes, Clock clock) {
        this.changes = changes;
        this.clock = clock;
    }

    /** The caller's standing in the renamed organization. */
    public Uni<Standing> rename(UserId caller, OrgId orgId, OrganizationName name) {
        return changes.change(caller, orgId, standing -> rename(standing, name));
    }

    private Uni<Standing> rename(Standing caller, OrganizationName name) {
        caller.requireAdministrator();
        caller.membership().organization().rename(name, clock.instant());
        return Uni.createFrom().item(caller);
    }
}

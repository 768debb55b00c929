package dev.muster.org.organizations;

import dev.muster.kit.id.OrgId;
import dev.muster.kit.problem.Problem;
import dev.muster.kit.problem.ProblemException;
import dev.muster.org.Actor;
import dev.muster.org.AllMemberships;
import dev.muster.org.Announced;
import dev.muster.org.Announcements;
import dev.muster.org.OrganizationChanges;
import dev.muster.org.OrganizationName;
import dev.muster.org.OrganizationRow;
import dev.muster.org.Standing;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;

/** Changes an organization's name and whether it demands a second factor; its administrators may. */
@ApplicationScoped
public class ChangeOrganization {

    private final OrganizationChanges changes;
    private final AllMemberships memberships;
    private final Announcements announcements;
    private final Clock clock;

    ChangeOrganization(
            OrganizationChanges changes, AllMemberships memberships, Announcements announcements, Clock clock) {
        this.changes = changes;
        this.memberships = memberships;
        this.announcements = announcements;
        this.clock = clock;
    }

    /**
     * The caller's standing in the changed organization. When it begins to demand a second factor every session in it is
     * closed, the caller's too, and can be opened anew with one only; whoever has none cannot lock themselves out:
     * {@link Problem#SECOND_FACTOR_REQUIRED}.
     *
     * @param secondFactor null leaves the demand as it is
     */
    Uni<Standing> change(Actor actor, OrgId orgId, OrganizationName name, Boolean secondFactor) {
        return changes.announce(actor, orgId, caller -> {
            caller.requireAdministrator();
            OrganizationRow organization = caller.membership().organization();
            organization.rename(name, clock.instant());
            return secondFactor == null || secondFactor == organization.demandsSecondFactor()
                    ? Uni.createFrom().item(new Announced<>(caller, List.of()))
                    : demand(actor, caller, secondFactor);
        });
    }

    private Uni<Announced<Standing>> demand(Actor actor, Standing caller, boolean secondFactor) {
        if (!actor.hasSecondFactor()) {
            throw new ProblemException(Problem.SECOND_FACTOR_REQUIRED);
        }
        caller.membership().organization().demandSecondFactor(secondFactor, clock.instant());
        return secondFactor ? closeSessions(caller) : Uni.createFrom().item(new Announced<>(caller, List.of()));
    }

    private Uni<Announced<Standing>> closeSessions(Standing caller) {
        return memberships
                .outdate(caller.orgId(), clock.instant())
                .chain(() -> announcements.ofOutdatedSessions(caller.orgId()))
                .map(news -> new Announced<>(caller, List.of(news)));
    }
}

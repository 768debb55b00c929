package dev.muster.org.intake;

import dev.muster.kit.id.OrgId;
import dev.muster.kit.problem.Problem;
import dev.muster.kit.problem.ProblemException;
import dev.muster.org.Announcements;
import dev.muster.org.OrganizationRepository;
import dev.muster.org.OrganizationRow;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;

/** Takes people into an organization as identity-service orders it, each order once however often it comes. */
@ApplicationScoped
public class TakeInMembers {

    private final OrganizationRepository organizations;
    private final OrderedMemberships memberships;
    private final Announcements announcements;
    private final Clock clock;

    TakeInMembers(
            OrganizationRepository organizations,
            OrderedMemberships memberships,
            Announcements announcements,
            Clock clock) {
        this.organizations = organizations;
        this.memberships = memberships;
        this.announcements = announcements;
        this.clock = clock;
    }

    /**
     * All or none; the number of statements does not depend on that of the orders. Whoever is a member or invited stays
     * as they are; a former member is taken in again, but not by the order that took them in before. An organization
     * that is unknown or was deleted is {@link Problem#ORGANIZATION_NOT_FOUND}.
     */
    @WithTransaction
    public Uni<Void> takeIn(OrgId orgId, List<MemberOrderRequest> orders) {
        return organizations
                .share(orgId)
                .invoke(TakeInMembers::requireActive)
                .chain(() -> memberships.takeIn(orgId, orders, clock.instant()))
                .chain(again -> announce(orgId, again));
    }

    private static void requireActive(OrganizationRow organization) {
        if (organization == null || !organization.isActive()) {
            throw new ProblemException(Problem.ORGANIZATION_NOT_FOUND);
        }
    }

    /** Identity-service knows what it ordered but not the version that a former member has now. */
    private Uni<Void> announce(OrgId orgId, List<Long> again) {
        return again.isEmpty()
                ? Uni.createFrom().voidItem()
                : announcements.ofNewMemberships(orgId, again).replaceWithVoid();
    }
}

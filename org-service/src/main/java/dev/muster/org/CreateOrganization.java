package dev.muster.org;

import dev.muster.kit.id.OrgId;
import dev.muster.kit.id.UserId;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;

/** Founds an organization; the person who does becomes its owner. */
@ApplicationScoped
public class CreateOrganization {

    private final OrganizationRepository organizations;
    private final MembershipRepository memberships;
    private final ErasedPeople erasedPeople;
    private final Announcements announcements;
    private final Clock clock;

    CreateOrganization(
            OrganizationRepository organizations,
            MembershipRepository memberships,
            ErasedPeople erasedPeople,
            Announcements announcements,
            Clock clock) {
        this.organizations = organizations;
        this.memberships = memberships;
        this.erasedPeople = erasedPeople;
        this.announcements = announcements;
        this.clock = clock;
    }

    /** The new organization, active and on the free plan. Nobody founds one while, or after, their account is deleted. */
    @WithTransaction
    public Uni<OrganizationRow> create(UserId founder, OrganizationName name) {
        return memberships
                .lockPerson(founder)
                .chain(() -> erasedPeople.refuse(founder))
                .chain(() -> organizations.nextId())
                .chain(id -> found(id, founder, name));
    }

    private Uni<OrganizationRow> found(OrgId id, UserId founder, OrganizationName name) {
        Instant now = clock.instant();
        return organizations
                .persist(new OrganizationRow(id, name, now))
                .call(organization -> memberships
                        .persist(MembershipRow.ofFounder(founder, organization, now))
                        .chain(announcements::ofNewMembership));
    }
}

package dev.muster.org.defaultaccount;

import dev.muster.kit.id.OrgId;
import dev.muster.kit.id.UserId;
import dev.muster.org.ActiveMembers;
import dev.muster.org.CreateOrganization;
import dev.muster.org.MembershipRepository;
import dev.muster.org.OrganizationName;
import dev.muster.org.OrganizationRow;
import dev.muster.org.Standing;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;

/** Sees to it that a person has a default account: one that they have, or else an organization of their own. */
@ApplicationScoped
public class GiveDefaultOrganization {

    private final MembershipRepository memberships;
    private final CreateOrganization createOrganization;
    private final ActiveMembers members;
    private final Clock clock;

    GiveDefaultOrganization(
            MembershipRepository memberships,
            CreateOrganization createOrganization,
            ActiveMembers members,
            Clock clock) {
        this.memberships = memberships;
        this.createOrganization = createOrganization;
        this.members = members;
        this.clock = clock;
    }

    /**
     * The person's standing in their default account. However often and by however many at once it is asked, one
     * organization is founded; a default account in force stays, and one that the person owns is preferred to a new one.
     */
    Uni<Standing> give(UserId userId, OrganizationName name) {
        return Panache.withTransaction(() -> memberships.lockPerson(userId).chain(() -> settle(userId, name)))
                .chain(orgId -> members.require(userId, orgId));
    }

    private Uni<OrgId> settle(UserId userId, OrganizationName name) {
        return memberships
                .defaultOrOwned(userId)
                .chain(found ->
                        found == null ? found(userId, name) : Uni.createFrom().item(found.orgId()))
                .call(orgId -> memberships.makeDefault(userId, orgId, clock.instant()));
    }

    private Uni<OrgId> found(UserId userId, OrganizationName name) {
        return createOrganization.create(userId, name).map(OrganizationRow::id);
    }
}

package dev.muster.org.organizations;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.muster.kit.wire.Timestamps;
import dev.muster.org.OrganizationRow;
import dev.muster.org.Role;
import dev.muster.org.Standing;
import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * An organization in the account API.
 *
 * @param role the caller's
 */
@RegisterForReflection
record OrganizationView(
        long id,
        @JsonProperty("organization_name") String organizationName,
        Role role,
        String plan,
        boolean active,
        @JsonProperty("second_factor_required") boolean secondFactorRequired,
        @JsonProperty("created_on") String createdOn,
        @JsonProperty("updated_on") String updatedOn) {

    static OrganizationView of(Standing caller) {
        return of(caller.membership().organization(), caller.role());
    }

    static OrganizationView of(OrganizationRow organization, Role role) {
        return new OrganizationView(
                organization.id().value(),
                organization.name(),
                role,
                organization.plan(),
                organization.isActive(),
                organization.demandsSecondFactor(),
                Timestamps.text(organization.createdAt()),
                Timestamps.text(organization.updatedAt()));
    }
}

package dev.muster.org.organizations;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.muster.org.OrganizationRow;
import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * An organization in the profile API.
 *
 * @param group the organization's plan
 */
@RegisterForReflection
record CompanyView(
        String id,
        @JsonProperty("company_id") String companyId,
        boolean active,
        String group,
        String name,
        String color,
        String logo) {

    static CompanyView of(OrganizationRow organization) {
        String id = organization.id().toString();
        return new CompanyView(
                id,
                id,
                organization.isActive(),
                organization.plan(),
                organization.name(),
                organization.color(),
                organization.logo());
    }
}

package dev.muster.org.organizations;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.muster.org.OrganizationName;
import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * What an organization is to be in the account API.
 *
 * @param secondFactorRequired null leaves it as it is
 */
@RegisterForReflection
record ChangeOrganizationRequest(
        @JsonProperty("organization_name") String organizationName,
        @JsonProperty("second_factor_required") Boolean secondFactorRequired) {

    /** The name, checked. */
    OrganizationName name() {
        return OrganizationName.of(organizationName, "/organization_name");
    }
}

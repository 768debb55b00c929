package dev.muster.org.organizations;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.muster.org.OrganizationName;
import io.quarkus.runtime.annotations.RegisterForReflection;

/** What a client says of an organization in the account API. */
@RegisterForReflection
record OrganizationRequest(
        @JsonProperty("organization_name") String organizationName) {

    /** The name, checked. */
    OrganizationName name() {
        return OrganizationName.of(organizationName, "/organization_name");
    }
}

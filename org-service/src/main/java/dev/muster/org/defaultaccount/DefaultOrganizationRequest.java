package dev.muster.org.defaultaccount;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.muster.org.OrganizationName;
import io.quarkus.runtime.annotations.RegisterForReflection;

/** What a person's own organization is called if they have none yet. */
@RegisterForReflection
@JsonIgnoreProperties(ignoreUnknown = true)
record DefaultOrganizationRequest(String name) {

    OrganizationName checkedName() {
        return OrganizationName.of(name, "/name");
    }
}

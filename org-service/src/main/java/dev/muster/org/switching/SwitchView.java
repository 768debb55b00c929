package dev.muster.org.switching;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.muster.kit.id.OrgId;
import io.quarkus.runtime.annotations.RegisterForReflection;

/** A successful switch in the profile API. */
@RegisterForReflection
record SwitchView(
        boolean result, @JsonProperty("company_id") String companyId, String token, String message) {

    static SwitchView of(OrgId orgId, String token) {
        return new SwitchView(true, orgId.toString(), token, null);
    }

    @Override
    public String toString() {
        return "SwitchView[companyId=" + companyId + "]";
    }
}

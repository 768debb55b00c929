package dev.muster.org.defaultaccount;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.muster.kit.id.OrgId;
import dev.muster.kit.problem.Problem;
import dev.muster.kit.problem.ProblemException;
import io.quarkus.runtime.annotations.RegisterForReflection;

/** Which organization a person's sign-ins are to start in. */
@RegisterForReflection
record ChooseDefaultRequest(@JsonProperty("organization_id") Long organizationId) {

    /** An id that no organization can have is {@link Problem#ORGANIZATION_NOT_FOUND}. */
    OrgId orgId() {
        if (organizationId == null) {
            throw ProblemException.invalid("/organization_id", "required", "The id of an organization");
        }
        if (organizationId <= 0) {
            throw new ProblemException(Problem.ORGANIZATION_NOT_FOUND);
        }
        return new OrgId(organizationId);
    }
}

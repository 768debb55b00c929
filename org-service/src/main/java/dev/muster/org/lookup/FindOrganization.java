package dev.muster.org.lookup;

import dev.muster.kit.id.OrgId;
import dev.muster.kit.problem.Problem;
import dev.muster.kit.problem.ProblemException;
import dev.muster.org.OrganizationRepository;
import dev.muster.org.OrganizationRow;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Tells the other services what an organization is. */
@ApplicationScoped
public class FindOrganization {

    private final OrganizationRepository organizations;

    FindOrganization(OrganizationRepository organizations) {
        this.organizations = organizations;
    }

    /** One that is unknown or was deleted is {@link Problem#ORGANIZATION_NOT_FOUND}. */
    Uni<OrganizationRow> find(OrgId orgId) {
        return organizations
                .findActive(orgId)
                .onItem()
                .ifNull()
                .failWith(() -> new ProblemException(Problem.ORGANIZATION_NOT_FOUND));
    }
}

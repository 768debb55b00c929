package dev.muster.org.lookup;

import dev.muster.kit.access.Powers;
import dev.muster.kit.id.IdText;
import dev.muster.kit.id.OrgId;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** What an organization is, for the other services. */
@Path("/internal/organizations/{orgId:" + IdText.PATTERN + "}")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Powers.SERVICE)
public class OrganizationLookUpResource {

    private final FindOrganization findOrganization;

    OrganizationLookUpResource(FindOrganization findOrganization) {
        this.findOrganization = findOrganization;
    }

    @GET
    public Uni<OrganizationLookUpView> find(long orgId) {
        return findOrganization.find(new OrgId(orgId)).map(OrganizationLookUpView::of);
    }
}

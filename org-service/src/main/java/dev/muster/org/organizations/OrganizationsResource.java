package dev.muster.org.organizations;

import dev.muster.kit.access.CurrentCaller;
import dev.muster.org.ActiveMembers;
import dev.muster.org.CreateOrganization;
import dev.muster.org.OrganizationRow;
import dev.muster.org.Role;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.util.List;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** The account API's organizations of the caller. */
@Path("/organizations")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
public class OrganizationsResource {

    private final ListOrganizations listOrganizations;
    private final CreateOrganization createOrganization;
    private final ActiveMembers members;
    private final CurrentCaller caller;

    OrganizationsResource(
            ListOrganizations listOrganizations,
            CreateOrganization createOrganization,
            ActiveMembers members,
            CurrentCaller caller) {
        this.listOrganizations = listOrganizations;
        this.createOrganization = createOrganization;
        this.members = members;
        this.caller = caller;
    }

    @GET
    public Uni<List<OrganizationView>> list() {
        return listOrganizations
                .list(caller.userId())
                .chain(members::standings)
                .map(standings -> standings.stream().map(OrganizationView::of).toList());
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Uni<RestResponse<OrganizationView>> create(OrganizationRequest request) {
        return createOrganization.create(caller.userId(), request.name()).map(OrganizationsResource::created);
    }

    private static RestResponse<OrganizationView> created(OrganizationRow organization) {
        return ResponseBuilder.<OrganizationView>created(URI.create("/organizations/" + organization.id()))
                .entity(OrganizationView.of(organization, Role.OWNER))
                .build();
    }
}

package dev.muster.org.organizations;

import dev.muster.kit.access.CurrentCaller;
import dev.muster.kit.id.OrgId;
import dev.muster.org.ActiveMembers;
import dev.muster.org.Actor;
import dev.muster.org.PathIds;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** One of the caller's organizations in the account API. */
@Path("/organizations/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
public class OrganizationResource {

    private final ChangeOrganization changeOrganization;
    private final DeleteOrganization deleteOrganization;
    private final ActiveMembers members;
    private final CurrentCaller caller;

    OrganizationResource(
            ChangeOrganization changeOrganization,
            DeleteOrganization deleteOrganization,
            ActiveMembers members,
            CurrentCaller caller) {
        this.changeOrganization = changeOrganization;
        this.deleteOrganization = deleteOrganization;
        this.members = members;
        this.caller = caller;
    }

    @GET
    public Uni<OrganizationView> get(String id) {
        return members.require(caller.userId(), PathIds.orgId(id)).map(OrganizationView::of);
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    public Uni<OrganizationView> change(String id, ChangeOrganizationRequest request) {
        OrgId orgId = PathIds.orgId(id);
        return changeOrganization
                .change(Actor.of(caller.session()), orgId, request.name(), request.secondFactorRequired())
                .map(OrganizationView::of);
    }

    @DELETE
    public Uni<Void> delete(String id) {
        return deleteOrganization.delete(Actor.of(caller.session()), PathIds.orgId(id));
    }
}

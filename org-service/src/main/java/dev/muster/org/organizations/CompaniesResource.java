package dev.muster.org.organizations;

import dev.muster.kit.access.CurrentCaller;
import dev.muster.org.MembershipRow;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The profile API's organizations of the caller, keyed by id. */
@Path("/users/organizations.json")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
public class CompaniesResource {

    private final ListOrganizations listOrganizations;
    private final CurrentCaller caller;

    CompaniesResource(ListOrganizations listOrganizations, CurrentCaller caller) {
        this.listOrganizations = listOrganizations;
        this.caller = caller;
    }

    @GET
    public Uni<Map<String, CompanyView>> organizations() {
        return listOrganizations.list(caller.userId()).map(CompaniesResource::byId);
    }

    private static Map<String, CompanyView> byId(List<MembershipRow> memberships) {
        Map<String, CompanyView> views = new LinkedHashMap<>();
        memberships.forEach(membership -> {
            CompanyView view = CompanyView.of(membership.organization());
            views.put(view.id(), view);
        });
        return views;
    }
}

package dev.muster.org.switching;

import dev.muster.kit.access.CurrentCaller;
import dev.muster.kit.id.OrgId;
import dev.muster.org.PathIds;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HEAD;
import jakarta.ws.rs.NotAllowedException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** The profile API's switch to another organization. */
@Path("/users/switch/{companyId}.json")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
@NeverStored
public class SwitchResource {

    private static final String ALLOWED = "GET, POST";

    private final SwitchOrganization switchOrganization;
    private final CurrentCaller caller;

    SwitchResource(SwitchOrganization switchOrganization, CurrentCaller caller) {
        this.switchOrganization = switchOrganization;
        this.caller = caller;
    }

    @GET
    public Uni<SwitchView> get(String companyId) {
        return switchTo(companyId);
    }

    @POST
    public Uni<SwitchView> post(String companyId) {
        return switchTo(companyId);
    }

    /** Without this, HEAD would move the session as GET does, and its answer has no body to carry the new token. */
    @HEAD
    public void refuseHead() {
        throw new NotAllowedException(ALLOWED, new String[0]);
    }

    private Uni<SwitchView> switchTo(String companyId) {
        OrgId orgId = PathIds.orgId(companyId);
        return switchOrganization.switchTo(caller.session(), orgId).map(token -> SwitchView.of(orgId, token));
    }
}

package dev.muster.identity.peer;

import dev.muster.kit.service.ToOrg;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jboss.resteasy.reactive.RestPath;

/** What org-service tells of an organization. */
@Path("/internal/organizations")
@RegisterRestClient(configKey = "org-service")
@RegisterProvider(ToOrg.class)
interface OrganizationApi {

    @GET
    @Path("{id}")
    Uni<OrganizationView> find(@RestPath long id);
}

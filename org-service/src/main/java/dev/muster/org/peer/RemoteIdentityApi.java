package dev.muster.org.peer;

import dev.muster.kit.service.ToIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jboss.resteasy.reactive.RestPath;

/** What identity-service is told and asked. */
@Path("/internal")
@RegisterRestClient(configKey = "identity-service")
@RegisterProvider(ToIdentity.class)
interface RemoteIdentityApi {

    @GET
    @Path("/users/{userId}/account")
    Uni<PersonView> person(@RestPath long userId);

    @PUT
    @Path("/users/{userId}/memberships/{orgId}")
    Uni<Void> copyMembership(@RestPath long userId, @RestPath long orgId, MembershipView membership);
}

package dev.muster.org.peer;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.muster.kit.service.ToIdentity;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
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

    /** Whom an invitation went to. */
    @RegisterForReflection
    @JsonIgnoreProperties(ignoreUnknown = true)
    record InvitedView(long userId) {}

    @POST
    @Path("/invitations")
    Uni<InvitedView> invite(InvitationOrder order);

    @PUT
    @Path("/users/{userId}/memberships/{orgId}")
    Uni<Void> copyMembership(@RestPath long userId, @RestPath long orgId, MembershipView membership);
}

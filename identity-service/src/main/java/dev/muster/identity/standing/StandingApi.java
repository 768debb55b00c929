package dev.muster.identity.standing;

import dev.muster.kit.service.ToSession;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jboss.resteasy.reactive.RestPath;

/** How session-service is told of a person's standing. */
@Path("/internal/users/{userId}/standing")
@RegisterRestClient(configKey = "session-closing")
@RegisterProvider(ToSession.class)
interface StandingApi {

    @PUT
    Uni<Void> put(@RestPath long userId, Standing standing);
}

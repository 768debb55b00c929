package dev.muster.kit.access;

import dev.muster.kit.service.ToSession;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.List;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jboss.resteasy.reactive.RestPath;

/** What session-service tells the other services of sessions. */
@Path("/internal")
@RegisterRestClient(configKey = "session-service")
@RegisterProvider(ToSession.class)
public interface RemoteSessionApi {

    @GET
    @Path("/users/{userId}/sessions/{sessionId}")
    Uni<LiveSession> find(@RestPath long userId, @RestPath String sessionId);

    @POST
    @Path("/session-uses")
    Uni<Void> reportUses(List<SessionUse> uses);
}

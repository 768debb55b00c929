package dev.muster.kit.access;

import dev.muster.kit.service.ToSession;
import io.smallrye.mutiny.Multi;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestStreamElementType;

/** The session event feed; a client of its own, since a stream has no read timeout and its own connection. */
@Path("/internal/session-events")
@RegisterRestClient(configKey = "session-events")
@RegisterProvider(ToSession.class)
public interface RemoteFeedApi {

    @GET
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @RestStreamElementType(MediaType.APPLICATION_JSON)
    Multi<SessionSignal> signals(@RestQuery String cursor);
}

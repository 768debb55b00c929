package dev.muster.identity.peer;

import dev.muster.kit.service.ToSession;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jboss.resteasy.reactive.RestPath;

/** How session-service is told to close a person's sessions, and to forget them. */
@Path("/internal/users/{userId}")
@RegisterRestClient(configKey = "session-closing")
@RegisterProvider(ToSession.class)
interface SessionClosingApi {

    /** Which stays open, null for none, and why the others are closed that were opened with an older standing. */
    record CloseRequest(String except, String reason, Long version) {}

    @POST
    @Path("sessions/close")
    Uni<Void> close(@RestPath long userId, CloseRequest request);

    @DELETE
    Uni<Void> forget(@RestPath long userId);
}

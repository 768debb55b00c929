package dev.muster.session.closing;

import dev.muster.kit.access.Powers;
import dev.muster.kit.id.UserId;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.jboss.resteasy.reactive.RestPath;

/** identity-service's way to end a person's sessions. */
@Path("/internal/users/{userId}/sessions/close")
@RolesAllowed(Powers.SERVICE)
public class CloseUserSessionsResource {

    private final CloseUserSessions closeUserSessions;

    CloseUserSessionsResource(CloseUserSessions closeUserSessions) {
        this.closeUserSessions = closeUserSessions;
    }

    @POST
    public Uni<Void> close(@RestPath @Positive long userId, @NotNull CloseUserSessionsRequest request) {
        return closeUserSessions.close(new UserId(userId), request);
    }
}

package dev.muster.session.switching;

import dev.muster.kit.access.Powers;
import dev.muster.kit.id.SessionId;
import dev.muster.kit.id.UserId;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.jboss.resteasy.reactive.RestPath;

/** org-service's way to move a session, once it has checked the membership. */
@Path("/internal/users/{userId}/sessions/{sessionId}/switch")
@RolesAllowed(Powers.SERVICE)
public class SwitchSessionResource {

    private final SwitchSession switchSession;

    SwitchSessionResource(SwitchSession switchSession) {
        this.switchSession = switchSession;
    }

    @POST
    public Uni<TokenView> move(@RestPath long userId, @RestPath String sessionId, SwitchSessionRequest request) {
        return switchSession
                .move(new UserId(userId), new SessionId(sessionId), request.generation(), request.member())
                .map(TokenView::new);
    }
}

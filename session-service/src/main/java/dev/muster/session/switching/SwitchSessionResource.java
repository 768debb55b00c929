package dev.muster.session.switching;

import dev.muster.kit.access.Powers;
import dev.muster.kit.id.UserId;
import dev.muster.session.SessionIds;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
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
    public Uni<TokenView> move(
            @RestPath @Positive long userId, @RestPath String sessionId, @NotNull @Valid SwitchSessionRequest request) {
        return switchSession
                .move(new UserId(userId), SessionIds.parse(sessionId), request)
                .map(TokenView::new);
    }
}

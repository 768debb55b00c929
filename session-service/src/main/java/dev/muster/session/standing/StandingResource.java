package dev.muster.session.standing;

import dev.muster.kit.access.Powers;
import dev.muster.kit.id.UserId;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import org.jboss.resteasy.reactive.RestPath;

/** identity-service's way to say that a person was disabled, suspended or rated. */
@Path("/internal/users/{userId}/standing")
@RolesAllowed(Powers.SERVICE)
public class StandingResource {

    private final ApplyStanding applyStanding;

    StandingResource(ApplyStanding applyStanding) {
        this.applyStanding = applyStanding;
    }

    @PUT
    public Uni<Void> changed(@RestPath @Positive long userId, @NotNull StandingRequest standing) {
        return applyStanding.apply(new UserId(userId), standing);
    }
}

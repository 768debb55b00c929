package dev.muster.org.defaultaccount;

import dev.muster.kit.access.Powers;
import dev.muster.kit.id.IdText;
import dev.muster.kit.id.UserId;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** How identity-service gives a new person an organization of their own. */
@Path("/internal/users/{userId:" + IdText.PATTERN + "}/default-organization")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Powers.SERVICE)
public class DefaultOrganizationResource {

    private final GiveDefaultOrganization giveDefaultOrganization;

    DefaultOrganizationResource(GiveDefaultOrganization giveDefaultOrganization) {
        this.giveDefaultOrganization = giveDefaultOrganization;
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    public Uni<DefaultAccountView> give(long userId, DefaultOrganizationRequest request) {
        return giveDefaultOrganization
                .give(new UserId(userId), request.checkedName())
                .map(DefaultAccountView::of);
    }
}

package dev.muster.org.intake;

import dev.muster.kit.access.Powers;
import dev.muster.kit.id.IdText;
import dev.muster.kit.id.OrgId;
import dev.muster.kit.id.UserId;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

/** How identity-service tells that somebody has accepted an invitation. */
@Path("/internal/organizations/{orgId:" + IdText.PATTERN + "}/members/{userId:" + IdText.PATTERN + "}/activate")
@RolesAllowed(Powers.SERVICE)
public class ActivationResource {

    private final ActivateMember activateMember;

    ActivationResource(ActivateMember activateMember) {
        this.activateMember = activateMember;
    }

    @POST
    public Uni<Void> activate(long orgId, long userId) {
        return activateMember.activate(new UserId(userId), new OrgId(orgId));
    }
}

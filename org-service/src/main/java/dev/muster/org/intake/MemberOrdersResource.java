package dev.muster.org.intake;

import dev.muster.kit.access.Powers;
import dev.muster.kit.id.IdText;
import dev.muster.kit.id.OrgId;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;

/** How identity-service takes people into an organization. */
@Path("/internal/organizations/{orgId:" + IdText.PATTERN + "}/members")
@RolesAllowed(Powers.SERVICE)
public class MemberOrdersResource {

    private final TakeInMembers takeInMembers;

    MemberOrdersResource(TakeInMembers takeInMembers) {
        this.takeInMembers = takeInMembers;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Uni<Void> takeIn(long orgId, MemberOrdersRequest request) {
        return takeInMembers.takeIn(new OrgId(orgId), request.orders());
    }
}

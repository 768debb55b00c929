package dev.muster.org.membership;

import dev.muster.kit.access.CurrentCaller;
import dev.muster.kit.id.OrgId;
import dev.muster.org.Actor;
import dev.muster.org.PathIds;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

/** One invitation into an organization in the account API. */
@Path("/organizations/{id}/invitations/{userId}")
@Authenticated
public class InvitationResource {

    private final RevokeInvitation revokeInvitation;
    private final ResendInvitation resendInvitation;
    private final CurrentCaller caller;

    InvitationResource(RevokeInvitation revokeInvitation, ResendInvitation resendInvitation, CurrentCaller caller) {
        this.revokeInvitation = revokeInvitation;
        this.resendInvitation = resendInvitation;
        this.caller = caller;
    }

    @DELETE
    public Uni<Void> revoke(String id, String userId) {
        OrgId orgId = PathIds.orgId(id);
        return revokeInvitation.revoke(Actor.of(caller.session()), orgId, PathIds.userId(userId));
    }

    @POST
    @Path("/resend")
    public Uni<Void> resend(String id, String userId) {
        OrgId orgId = PathIds.orgId(id);
        return resendInvitation.resend(Actor.of(caller.session()), orgId, PathIds.userId(userId));
    }
}

package dev.muster.identity.invitation;

import dev.muster.identity.EmailAddress;
import dev.muster.kit.access.Powers;
import dev.muster.kit.problem.ProblemException;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** Where org-service has somebody invited by e-mail. */
@Path("/internal/invitations")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Powers.SERVICE)
public class InvitationsResource {

    private final InviteUser inviteUser;

    InvitationsResource(InviteUser inviteUser) {
        this.inviteUser = inviteUser;
    }

    @POST
    public Uni<InvitedView> invite(@NotNull @Valid InvitationRequest request) {
        EmailAddress email = EmailAddress.of(request.email());
        if (!email.isWellFormed()) {
            throw ProblemException.invalid("/email", "invalid_value", "This is not an e-mail address");
        }
        return inviteUser
                .invite(email, request.admission(), request.organizationName())
                .map(user -> new InvitedView(user.id));
    }
}

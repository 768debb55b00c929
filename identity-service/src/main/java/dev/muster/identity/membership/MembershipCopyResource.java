package dev.muster.identity.membership;

import dev.muster.kit.access.Powers;
import dev.muster.kit.problem.ProblemException;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import org.jboss.resteasy.reactive.RestPath;

/** Where org-service tells what became of a membership. */
@Path("/internal/users/{userId}/memberships/{orgId}")
@RolesAllowed(Powers.SERVICE)
public class MembershipCopyResource {

    private final NoteMembership noteMembership;

    MembershipCopyResource(NoteMembership noteMembership) {
        this.noteMembership = noteMembership;
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    public Uni<Void> note(@RestPath long userId, @RestPath long orgId, @NotNull @Valid MembershipRequest request) {
        if (request.userId() != userId || request.orgId() != orgId) {
            throw ProblemException.invalid("/userId", "mismatch", "The path names another membership");
        }
        return noteMembership.note(request.membership());
    }
}

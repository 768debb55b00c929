package dev.muster.org.defaultaccount;

import dev.muster.kit.access.Powers;
import dev.muster.kit.id.IdText;
import dev.muster.kit.id.UserId;
import dev.muster.kit.problem.Problem;
import dev.muster.kit.problem.ProblemException;
import dev.muster.org.ActiveMembers;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** Where a person's sign-ins start, for the other services. */
@Path("/internal/users/{userId:" + IdText.PATTERN + "}/default-account")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Powers.SERVICE)
public class DefaultAccountResource {

    private final ActiveMembers members;

    DefaultAccountResource(ActiveMembers members) {
        this.members = members;
    }

    @GET
    public Uni<DefaultAccountView> find(long userId) {
        return members.findDefault(new UserId(userId))
                .map(found -> found.orElseThrow(() -> new ProblemException(Problem.ORGANIZATION_NOT_FOUND)))
                .map(DefaultAccountView::of);
    }
}

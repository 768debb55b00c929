package dev.muster.identity.lookup;

import dev.muster.kit.access.Powers;
import dev.muster.kit.id.UserId;
import dev.muster.kit.problem.Problem;
import dev.muster.kit.problem.ProblemException;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.jboss.resteasy.reactive.RestPath;

/** Where the other services ask about a person. */
@Path("/internal/users")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Powers.SERVICE)
public class UserLookUpResource {

    private final FindUser findUser;

    UserLookUpResource(FindUser findUser) {
        this.findUser = findUser;
    }

    @GET
    @Path("{id}")
    public Uni<UserView> find(@RestPath long id) {
        if (id <= 0) {
            throw new ProblemException(Problem.USER_NOT_FOUND);
        }
        return findUser.find(new UserId(id)).map(UserView::of);
    }
}

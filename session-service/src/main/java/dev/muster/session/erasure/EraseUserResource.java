package dev.muster.session.erasure;

import dev.muster.kit.access.Powers;
import dev.muster.kit.id.UserId;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Positive;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.Path;
import org.jboss.resteasy.reactive.RestPath;

/** identity-service's way to say that a person was deleted. */
@Path("/internal")
@RolesAllowed(Powers.SERVICE)
public class EraseUserResource {

    private final EraseUser eraseUser;

    EraseUserResource(EraseUser eraseUser) {
        this.eraseUser = eraseUser;
    }

    @DELETE
    @Path("/users/{userId}")
    public Uni<Void> deleted(@RestPath @Positive long userId) {
        return eraseUser.erase(new UserId(userId));
    }
}

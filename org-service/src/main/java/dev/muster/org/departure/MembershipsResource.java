package dev.muster.org.departure;

import dev.muster.kit.access.Powers;
import dev.muster.kit.id.IdText;
import dev.muster.kit.id.UserId;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.Path;
import org.jboss.resteasy.reactive.RestQuery;

/** How identity-service has a person who is deleted leave everything. */
@Path("/internal/users/{userId:" + IdText.PATTERN + "}/memberships")
@RolesAllowed(Powers.SERVICE)
public class MembershipsResource {

    private final EndMemberships endMemberships;

    MembershipsResource(EndMemberships endMemberships) {
        this.endMemberships = endMemberships;
    }

    /**
     * Before the account is deleted, because only this service can refuse, and once more when it is.
     *
     * @param deleted whether the account is gone
     */
    @DELETE
    public Uni<Void> end(long userId, @RestQuery boolean force, @RestQuery boolean deleted) {
        return endMemberships.end(new UserId(userId), force, deleted);
    }
}

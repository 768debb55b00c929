package dev.muster.org.lookup;

import dev.muster.kit.access.Powers;
import dev.muster.kit.id.IdText;
import dev.muster.kit.id.OrgId;
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

/** What people are in organizations, for the other services. */
@Path("/internal/members/{userId:" + IdText.PATTERN + "}")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Powers.SERVICE)
public class ActiveMembersResource {

    private final ActiveMembers members;

    ActiveMembersResource(ActiveMembers members) {
        this.members = members;
    }

    @GET
    public Uni<ActiveMemberView> findDefault(long userId) {
        return members.findDefault(new UserId(userId))
                .map(found -> found.orElseThrow(() -> new ProblemException(Problem.USER_NOT_FOUND)))
                .map(ActiveMemberView::of);
    }

    @GET
    @Path("/{orgId:" + IdText.PATTERN + "}")
    public Uni<ActiveMemberView> find(long userId, long orgId) {
        return members.require(new UserId(userId), new OrgId(orgId)).map(ActiveMemberView::of);
    }
}

package dev.muster.org.membership;

import dev.muster.kit.access.CurrentCaller;
import dev.muster.kit.id.OrgId;
import dev.muster.org.Actor;
import dev.muster.org.PathIds;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** One member of an organization in the account API. */
@Path("/organizations/{id}/members/{userId}")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
public class MemberResource {

    private final ChangeMember changeMember;
    private final RemoveMember removeMember;
    private final CurrentCaller caller;

    MemberResource(ChangeMember changeMember, RemoveMember removeMember, CurrentCaller caller) {
        this.changeMember = changeMember;
        this.removeMember = removeMember;
        this.caller = caller;
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    public Uni<MemberView> change(String id, String userId, ChangeMemberRequest request) {
        OrgId orgId = PathIds.orgId(id);
        return changeMember
                .change(Actor.of(caller.session()), orgId, PathIds.userId(userId), request.change())
                .map(MemberView::of);
    }

    @DELETE
    public Uni<Void> remove(String id, String userId) {
        OrgId orgId = PathIds.orgId(id);
        return removeMember.remove(Actor.of(caller.session()), orgId, PathIds.userId(userId));
    }
}

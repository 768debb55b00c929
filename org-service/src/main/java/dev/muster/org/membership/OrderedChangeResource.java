package dev.muster.org.membership;

import dev.muster.kit.access.Powers;
import dev.muster.kit.id.IdText;
import dev.muster.kit.id.OrgId;
import dev.muster.kit.id.UserId;
import dev.muster.kit.problem.ProblemException;
import dev.muster.org.Actor;
import dev.muster.org.peer.MembershipView;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.jboss.resteasy.reactive.RestQuery;

/** How identity-service changes members for those who call its directory; the same rules hold as for all others. */
@Path("/internal/organizations/{orgId:" + IdText.PATTERN + "}/members/{userId:" + IdText.PATTERN + "}")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Powers.SERVICE)
public class OrderedChangeResource {

    private final ChangeMember changeMember;
    private final RemoveMember removeMember;

    OrderedChangeResource(ChangeMember changeMember, RemoveMember removeMember) {
        this.changeMember = changeMember;
        this.removeMember = removeMember;
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    public Uni<MembershipView> change(long orgId, long userId, OrderedChangeRequest request) {
        return changeMember
                .change(request.by(), new OrgId(orgId), new UserId(userId), request.change())
                .map(changed -> changed.membership().view());
    }

    @DELETE
    public Uni<Void> remove(long orgId, long userId, @RestQuery String actor) {
        return removeMember.remove(Actor.through(actor(actor)), new OrgId(orgId), new UserId(userId));
    }

    private static UserId actor(String text) {
        return IdText.parse(text)
                .map(UserId::new)
                .orElseThrow(() -> ProblemException.invalid("/actor", "required", "The id of the person who wants it"));
    }
}

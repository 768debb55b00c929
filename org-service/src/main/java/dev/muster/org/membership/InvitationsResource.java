package dev.muster.org.membership;

import dev.muster.kit.access.CurrentCaller;
import dev.muster.kit.id.OrgId;
import dev.muster.org.Actor;
import dev.muster.org.PathIds;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.util.List;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** The account API's invitations into an organization. */
@Path("/organizations/{id}/invitations")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
public class InvitationsResource {

    private final InviteMember inviteMember;
    private final ListInvitations listInvitations;
    private final CurrentCaller caller;

    InvitationsResource(InviteMember inviteMember, ListInvitations listInvitations, CurrentCaller caller) {
        this.inviteMember = inviteMember;
        this.listInvitations = listInvitations;
        this.caller = caller;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Uni<RestResponse<InvitationView>> invite(String id, InvitationRequest request) {
        OrgId orgId = PathIds.orgId(id);
        return inviteMember
                .invite(Actor.of(caller.session()), orgId, request)
                .map(invited -> ResponseBuilder.<InvitationView>created(
                                URI.create("/organizations/" + orgId + "/members/" + invited.userId()))
                        .entity(invited)
                        .build());
    }

    @GET
    public Uni<RestResponse<List<InvitationView>>> list(String id, @RestQuery String after, @RestQuery String limit) {
        OrgId orgId = PathIds.orgId(id);
        Page page = Page.of(after, limit);
        return listInvitations
                .list(Actor.of(caller.session()), orgId, page)
                .map(found -> found.stream().map(InvitationView::of).toList())
                .map(views -> page.answer(views, "/organizations/" + orgId + "/invitations", InvitationView::userId));
    }
}

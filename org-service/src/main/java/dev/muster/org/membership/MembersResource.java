package dev.muster.org.membership;

import dev.muster.kit.access.CurrentCaller;
import dev.muster.kit.id.OrgId;
import dev.muster.org.Actor;
import dev.muster.org.PathIds;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

/** The account API's members of an organization. */
@Path("/organizations/{id}/members")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
public class MembersResource {

    private final ListMembers listMembers;
    private final CurrentCaller caller;

    MembersResource(ListMembers listMembers, CurrentCaller caller) {
        this.listMembers = listMembers;
        this.caller = caller;
    }

    @GET
    public Uni<RestResponse<List<MemberView>>> list(String id, @RestQuery String after, @RestQuery String limit) {
        OrgId orgId = PathIds.orgId(id);
        Page page = Page.of(after, limit);
        return listMembers
                .list(Actor.of(caller.session()), orgId, page)
                .map(found -> found.stream().map(MemberView::of).toList())
                .map(views -> page.answer(views, "/organizations/" + orgId + "/members", MemberView::userId));
    }
}

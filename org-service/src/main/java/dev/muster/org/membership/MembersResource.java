package dev.muster.org.membership;

import dev.muster.kit.access.CurrentCaller;
import dev.muster.kit.id.OrgId;
import dev.muster.org.PathIds;
import dev.muster.org.Standing;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

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
        return listMembers.list(caller.userId(), orgId, page).map(found -> answer(orgId, page, found));
    }

    private static RestResponse<List<MemberView>> answer(OrgId orgId, Page page, List<Standing> found) {
        List<MemberView> views =
                found.stream().limit(page.limit()).map(MemberView::of).toList();
        ResponseBuilder<List<MemberView>> answer = ResponseBuilder.ok(views);
        if (found.size() > page.limit()) {
            answer.header(HttpHeaders.LINK, next(orgId, page, views));
        }
        return answer.build();
    }

    private static String next(OrgId orgId, Page page, List<MemberView> views) {
        long last = views.get(views.size() - 1).userId();
        return "</organizations/" + orgId + "/members?limit=" + page.limit() + "&after=" + last + ">; rel=\"next\"";
    }
}

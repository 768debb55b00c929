package dev.muster.reference.groups;

import dev.muster.kit.access.CurrentCaller;
import dev.muster.reference.CachePolicy;
import dev.muster.reference.DocumentAnswer;
import dev.muster.reference.Documents;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;

/** The profile API's user groups: those of the caller's active organization. */
@Path("/users")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
public class GroupsResource {

    private final ListGroups listGroups;
    private final ListStaffGroups listStaffGroups;
    private final Documents documents;
    private final CurrentCaller caller;

    GroupsResource(ListGroups listGroups, ListStaffGroups listStaffGroups, Documents documents, CurrentCaller caller) {
        this.listGroups = listGroups;
        this.listStaffGroups = listStaffGroups;
        this.documents = documents;
        this.caller = caller;
    }

    @GET
    @Path("user_groups.json")
    public Uni<Response> groups(@Context HttpHeaders request) {
        return listGroups.list(caller.orgId()).map(groups -> answer(groups, request));
    }

    @GET
    @Path("user_groups/1.json")
    public Uni<Response> staffGroups(@Context HttpHeaders request) {
        return listStaffGroups.list(caller.orgId()).map(groups -> answer(groups, request));
    }

    private Response answer(List<Group> groups, HttpHeaders request) {
        List<GroupView> views = groups.stream().map(GroupView::of).toList();
        return DocumentAnswer.of(request, documents.write(views), CachePolicy.BY_CALLER)
                .build();
    }
}

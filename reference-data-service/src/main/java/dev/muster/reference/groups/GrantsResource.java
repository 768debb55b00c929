package dev.muster.reference.groups;

import dev.muster.kit.id.OrgId;
import dev.muster.reference.CachePolicy;
import dev.muster.reference.DocumentAnswer;
import dev.muster.reference.Documents;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Positive;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;

/** An organization's groups with what they grant, for the other services. */
@Path("/internal/groups")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("service")
public class GrantsResource {

    private final ListGroups listGroups;
    private final Documents documents;

    GrantsResource(ListGroups listGroups, Documents documents) {
        this.listGroups = listGroups;
        this.documents = documents;
    }

    @GET
    public Uni<Response> grants(@QueryParam("org") @Positive long org, @Context HttpHeaders request) {
        return listGroups.list(new OrgId(org)).map(groups -> answer(groups, request));
    }

    private Response answer(List<Group> groups, HttpHeaders request) {
        List<GrantView> views = groups.stream().map(GrantView::of).toList();
        return DocumentAnswer.of(request, documents.write(views), CachePolicy.BY_CALLER)
                .build();
    }
}

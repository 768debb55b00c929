package dev.muster.identity.directory;

import dev.muster.identity.company.CompanyPage;
import dev.muster.identity.company.ListCompanyUsers;
import dev.muster.kit.access.CurrentCaller;
import dev.muster.kit.access.Powers;
import dev.muster.kit.id.OrgId;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** The directory API's list of a company's users. */
@Path("/users")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Powers.ADMIN)
public class DirectoryListResource {

    private final ListCompanyUsers companyUsers;
    private final CurrentCaller caller;

    DirectoryListResource(ListCompanyUsers companyUsers, CurrentCaller caller) {
        this.companyUsers = companyUsers;
        this.caller = caller;
    }

    /** The presence of {@code inactive} counts, with or without a value. */
    @GET
    public Uni<RestResponse<List<DirectoryUserView>>> list(
            @Context UriInfo request, @RestQuery String search, @RestQuery String after, @RestQuery String limit) {
        boolean inactive = request.getQueryParameters().containsKey("inactive");
        DirectoryPage page = DirectoryPage.of(inactive, search, after, limit);
        return find(caller.orgId(), page).map(found -> answer(page, found));
    }

    private Uni<CompanyPage> find(OrgId orgId, DirectoryPage page) {
        return page.search() == null
                ? companyUsers.byId(orgId, page.standing(), page.afterId(), page.limit())
                : companyUsers.byPrefix(orgId, page.standing(), page.search(), page.afterPosition(), page.limit());
    }

    private static RestResponse<List<DirectoryUserView>> answer(DirectoryPage page, CompanyPage found) {
        ResponseBuilder<List<DirectoryUserView>> answer = ResponseBuilder.ok(
                found.users().stream().map(DirectoryUserView::of).toList());
        found.next().ifPresent(next -> answer.header(HttpHeaders.LINK, page.link(next)));
        return answer.build();
    }
}

package dev.muster.identity.directory;

import com.fasterxml.jackson.databind.JsonNode;
import dev.muster.identity.EmailAddress;
import dev.muster.identity.company.DirectoryFields;
import dev.muster.identity.company.FindCompanyUser;
import dev.muster.identity.company.Membership;
import dev.muster.identity.wire.TextFields;
import dev.muster.identity.wire.UserIdText;
import dev.muster.kit.access.CurrentCaller;
import dev.muster.kit.access.Powers;
import dev.muster.kit.problem.ProblemException;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.util.List;
import java.util.Set;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** The directory API's users of the caller's current company. */
@Path("/user")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Powers.ADMIN)
public class DirectoryUserResource {

    private static final Set<String> BY_EMAIL = Set.of("email");

    private final FindCompanyUser users;
    private final CreateDirectoryUser createUser;
    private final ChangeDirectoryUser changeUser;
    private final RemoveDirectoryUser removeUser;
    private final ResendInvitation resendInvitation;
    private final CurrentCaller caller;

    DirectoryUserResource(
            FindCompanyUser users,
            CreateDirectoryUser createUser,
            ChangeDirectoryUser changeUser,
            RemoveDirectoryUser removeUser,
            ResendInvitation resendInvitation,
            CurrentCaller caller) {
        this.users = users;
        this.createUser = createUser;
        this.changeUser = changeUser;
        this.removeUser = removeUser;
        this.resendInvitation = resendInvitation;
        this.caller = caller;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Uni<RestResponse<DirectoryUserView>> create(JsonNode body) {
        return createUser
                .create(caller.session(), body)
                .map(DirectoryUserView::of)
                .map(created -> ResponseBuilder.<DirectoryUserView>created(URI.create(created.location()))
                        .entity(created)
                        .build());
    }

    @GET
    @Path("{id}")
    @Authenticated
    public Uni<DirectoryUserView> get(@RestPath String id) {
        return users.read(caller.session(), UserIdText.of(id)).map(DirectoryUserView::of);
    }

    @PUT
    @Path("{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    public Uni<DirectoryUserView> change(@RestPath String id, JsonNode body) {
        return changeUser.change(caller.session(), UserIdText.of(id), body).map(DirectoryUserView::of);
    }

    @DELETE
    @Path("{id}")
    public Uni<Void> remove(@RestPath String id) {
        return removeUser.remove(caller.session(), UserIdText.of(id));
    }

    @POST
    @Path("{id}/resend")
    public Uni<RestResponse<Void>> resend(@RestPath String id) {
        return resendInvitation.resend(caller.session(), UserIdText.of(id)).replaceWith(RestResponse.ok());
    }

    @GET
    @Path("byemail")
    public Uni<DirectoryUserView> findByEmail(@RestQuery String email) {
        if (email == null || email.isBlank()) {
            throw ProblemException.invalid("/email", "required", "This parameter is needed");
        }
        return users.get(caller.orgId(), EmailAddress.of(email)).map(DirectoryUserView::of);
    }

    @POST
    @Path("byemail")
    @Consumes(MediaType.APPLICATION_JSON)
    public Uni<DirectoryUserView> findByEmail(JsonNode body) {
        return findByEmail(TextFields.of(body, BY_EMAIL).get("email"));
    }

    @GET
    @Path("{id}/perms")
    @Authenticated
    public Uni<List<String>> permissions(@RestPath String id) {
        return users.readMembership(caller.session(), UserIdText.of(id)).map(Membership::permissions);
    }

    @PUT
    @Path("{id}/perms")
    @Consumes(MediaType.APPLICATION_JSON)
    public Uni<List<String>> replacePermissions(@RestPath String id, JsonNode body) {
        return change(id, ListBody.named(DirectoryFields.PERMS, body)).map(DirectoryUserView::perms);
    }

    @GET
    @Path("{id}/license-types")
    @Authenticated
    public Uni<List<String>> licenseTypes(@RestPath String id) {
        return get(id).map(DirectoryUserView::licenseTypes);
    }

    @PUT
    @Path("{id}/license-types")
    @Consumes(MediaType.APPLICATION_JSON)
    public Uni<List<String>> replaceLicenseTypes(@RestPath String id, JsonNode body) {
        return change(id, ListBody.named(DirectoryFields.LICENSE_TYPES, body)).map(DirectoryUserView::licenseTypes);
    }
}

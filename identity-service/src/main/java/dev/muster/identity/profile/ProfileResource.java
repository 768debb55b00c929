package dev.muster.identity.profile;

import com.fasterxml.jackson.databind.JsonNode;
import dev.muster.identity.wire.CallerNetwork;
import dev.muster.kit.access.CurrentCaller;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;

/** The profile API: the signed-in person's own profile. */
@Path("/users")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
public class ProfileResource {

    private final ViewProfile viewProfile;
    private final EditProfile editProfile;
    private final CurrentCaller caller;
    private final CallerNetwork callerNetwork;

    ProfileResource(
            ViewProfile viewProfile, EditProfile editProfile, CurrentCaller caller, CallerNetwork callerNetwork) {
        this.viewProfile = viewProfile;
        this.editProfile = editProfile;
        this.caller = caller;
        this.callerNetwork = callerNetwork;
    }

    @GET
    @Path("view.json")
    public Uni<ProfileView> view() {
        return viewProfile.view(caller.session());
    }

    @POST
    @Path("edit.json")
    @Consumes(MediaType.APPLICATION_JSON)
    public Uni<ProfileView> edit(JsonNode body, @Context HttpServerRequest request) {
        return editProfile.edit(caller.session(), body, callerNetwork.of(request));
    }

    @POST
    @Path("edit.json")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Uni<ProfileView> editByForm(MultivaluedMap<String, String> form, @Context HttpServerRequest request) {
        return editProfile.edit(caller.session(), EditForm.toJson(form), callerNetwork.of(request));
    }
}

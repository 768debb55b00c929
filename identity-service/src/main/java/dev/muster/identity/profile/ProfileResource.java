package dev.muster.identity.profile;

import dev.muster.kit.access.CurrentCaller;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** The profile API: the signed-in person's own profile. */
@Path("/users")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
public class ProfileResource {

    private final ViewProfile viewProfile;
    private final CurrentCaller caller;

    ProfileResource(ViewProfile viewProfile, CurrentCaller caller) {
        this.viewProfile = viewProfile;
        this.caller = caller;
    }

    @GET
    @Path("view.json")
    public Uni<ProfileView> view() {
        return viewProfile.view(caller.session());
    }
}

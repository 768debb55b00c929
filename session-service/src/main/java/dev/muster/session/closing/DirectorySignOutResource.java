package dev.muster.session.closing;

import dev.muster.kit.access.CurrentCaller;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

/** The directory API's sign-out. */
@Path("/logout")
@Authenticated
public class DirectorySignOutResource {

    private final CloseSession closeSession;
    private final CurrentCaller caller;

    DirectorySignOutResource(CloseSession closeSession, CurrentCaller caller) {
        this.closeSession = closeSession;
        this.caller = caller;
    }

    @POST
    public Uni<ClosedView> signOut() {
        return closeSession.signOut(caller.session()).replaceWith(new ClosedView(true, null));
    }

    @GET
    public Uni<ClosedView> signOutByLink() {
        return signOut();
    }
}

package dev.muster.session.closing;

import dev.muster.kit.access.CurrentCaller;
import dev.muster.session.SessionIds;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.jboss.resteasy.reactive.RestPath;

/** The profile API's ways to end a session. */
@Path("/users")
@Authenticated
public class CloseSessionResource {

    private final CloseSession closeSession;
    private final CurrentCaller caller;

    CloseSessionResource(CloseSession closeSession, CurrentCaller caller) {
        this.closeSession = closeSession;
        this.caller = caller;
    }

    @POST
    @Path("/closesession/{sessionId}.json")
    public Uni<ClosedView> close(@RestPath String sessionId) {
        return closeSession
                .close(caller.userId(), SessionIds.parse(sessionId))
                .replaceWith(new ClosedView(true, "Session closed"));
    }

    @POST
    @Path("/logout.json")
    public Uni<ClosedView> signOut() {
        return closeSession.signOut(caller.session()).replaceWith(new ClosedView(true, null));
    }

    @GET
    @Path("/logout.json")
    public Uni<ClosedView> signOutByLink() {
        return signOut();
    }
}

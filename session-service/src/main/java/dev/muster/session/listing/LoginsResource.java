package dev.muster.session.listing;

import dev.muster.kit.access.CurrentCaller;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/** The profile API's sign-in history and session list. */
@Path("/users/logins.json")
@Authenticated
public class LoginsResource {

    private final ListSessions listSessions;
    private final CurrentCaller caller;

    LoginsResource(ListSessions listSessions, CurrentCaller caller) {
        this.listSessions = listSessions;
        this.caller = caller;
    }

    @GET
    public Uni<LoginsView> list() {
        return listSessions.list(caller.session());
    }
}

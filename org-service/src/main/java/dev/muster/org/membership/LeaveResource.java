package dev.muster.org.membership;

import dev.muster.kit.access.CurrentCaller;
import dev.muster.org.PathIds;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

/** The account API's way out of an organization. */
@Path("/organizations/{id}/leave")
@Authenticated
public class LeaveResource {

    private final LeaveOrganization leaveOrganization;
    private final CurrentCaller caller;

    LeaveResource(LeaveOrganization leaveOrganization, CurrentCaller caller) {
        this.leaveOrganization = leaveOrganization;
        this.caller = caller;
    }

    @POST
    public Uni<Void> leave(String id) {
        return leaveOrganization.leave(caller.userId(), PathIds.orgId(id));
    }
}

package dev.muster.identity.importing;

import dev.muster.kit.access.CurrentCaller;
import dev.muster.kit.access.Powers;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;

/** The directory API's file of all users of the company, in the form that the import reads. */
@Path("/export/users")
@RolesAllowed(Powers.ADMIN)
@Blocking
public class ExportResource {

    private final ExportedPeople people;
    private final CurrentCaller caller;

    ExportResource(ExportedPeople people, CurrentCaller caller) {
        this.people = people;
        this.caller = caller;
    }

    @GET
    @Produces("text/csv")
    public Response get() {
        return CsvTable.attachment("users.csv", new PeopleTable(people, caller.orgId()));
    }
}

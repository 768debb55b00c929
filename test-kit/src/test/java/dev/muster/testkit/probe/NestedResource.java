package dev.muster.testkit.probe;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;

/** Its path begins with one of another class. */
@Path("/things/{id}.json/parts")
@PermitAll
public class NestedResource {

    @POST
    public long add(@PathParam("id") long id) {
        return id;
    }

    @POST
    @Path("/{part}/polish")
    public long polish(@PathParam("id") long id, @PathParam("part") long part) {
        return part;
    }
}

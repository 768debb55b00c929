package dev.muster.testkit.architecture.broken.second;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/** A feature that another one uses. */
@Path("/second")
@PermitAll
public class SecondResource {

    @GET
    public String get() {
        return "";
    }
}

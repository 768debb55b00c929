package dev.muster.testkit.probe;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Two methods that share a path and differ by what they read; both count. */
@Path("/count")
@PermitAll
@Produces(MediaType.APPLICATION_JSON)
public class CountingResource {

    static final AtomicInteger COUNT = new AtomicInteger();

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public int countForm(MultivaluedMap<String, String> fields) {
        return COUNT.incrementAndGet();
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public int countJson(ProbeResource.ProbeRequest request) {
        return COUNT.incrementAndGet();
    }
}

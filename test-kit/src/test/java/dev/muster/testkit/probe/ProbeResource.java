package dev.muster.testkit.probe;

import dev.muster.kit.access.CurrentCaller;
import dev.muster.kit.access.LiveSession;
import dev.muster.kit.access.Powers;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.concurrent.TimeoutException;

/** One endpoint for each power and each way to fail. */
@Path("/")
public class ProbeResource {

    private final CurrentCaller caller;

    ProbeResource(CurrentCaller caller) {
        this.caller = caller;
    }

    /** What the probe reads. */
    public record ProbeRequest(String name, int count, Nested nested) {}

    /** A nested object. */
    public record Nested(Long number) {}

    @GET
    @Path("/open")
    @PermitAll
    public String open() {
        return "open";
    }

    @GET
    @Path("/self")
    @Authenticated
    public LiveSession self() {
        return caller.session();
    }

    @GET
    @Path("/admin")
    @RolesAllowed(Powers.ADMIN)
    public String admin() {
        return "admin";
    }

    @GET
    @Path("/operator")
    @RolesAllowed(Powers.OPERATOR)
    public String operator() {
        return "operator";
    }

    @GET
    @Path("/forgotten")
    public String forgotten() {
        return "nobody said who may call this";
    }

    @GET
    @Path("/internal/probe")
    @RolesAllowed(Powers.SERVICE)
    public String internal() {
        return "internal";
    }

    @POST
    @Path("/read")
    @PermitAll
    public ProbeRequest read(ProbeRequest request) {
        return request;
    }

    @GET
    @Path("/things/{id}.json")
    @PermitAll
    public String thing(@PathParam("id") long id) {
        return Long.toString(id);
    }

    @GET
    @Path("/defect")
    @PermitAll
    public String defect() {
        throw new IllegalStateException("select secret from table_of_secrets");
    }

    @GET
    @Path("/timeout")
    @PermitAll
    public Uni<String> timeout() {
        return Uni.createFrom().failure(new TimeoutException());
    }
}

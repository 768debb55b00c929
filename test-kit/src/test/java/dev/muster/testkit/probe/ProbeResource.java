package dev.muster.testkit.probe;

import dev.muster.kit.access.CurrentCaller;
import dev.muster.kit.access.LiveSession;
import dev.muster.kit.access.Powers;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Positive;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Objects;
import java.util.concurrent.TimeoutException;
import org.jboss.resteasy.reactive.RestForm;

/** One endpoint for each power and each way to fail. */
@Path("/")
public class ProbeResource {

    private final CurrentCaller caller;
    private final Pool pool;

    ProbeResource(CurrentCaller caller, Pool pool) {
        this.caller = caller;
        this.pool = pool;
    }

    /** What the probe reads. */
    public record ProbeRequest(String name, int count, Nested nested, Colour colour) {}

    /** A closed set of values. */
    public enum Colour {
        RED,
        GREEN
    }

    /** A nested object. */
    public record Nested(Long number) {}

    /** Some of its fields must hold. */
    public record ConstrainedRequest(
            @NotBlank String name, @Positive int age) {}

    /** Fails while it is written. */
    public record BrokenView(String owner) {
        public String getName() {
            return Objects.requireNonNull(owner, "select secret from table_of_secrets");
        }
    }

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

    @POST
    @Path("/read-later")
    @PermitAll
    public Uni<ProbeRequest> readLater(ProbeRequest request) {
        return Uni.createFrom().item(request);
    }

    @POST
    @Path("/read.json")
    @PermitAll
    @Consumes(MediaType.APPLICATION_JSON)
    public ProbeRequest readJson(ProbeRequest request) {
        return request;
    }

    @POST
    @Path("/read.json")
    @PermitAll
    @Consumes({MediaType.APPLICATION_FORM_URLENCODED, MediaType.MULTIPART_FORM_DATA})
    public Uni<ProbeRequest> readForm(@RestForm String name) {
        return Uni.createFrom().item(new ProbeRequest(name, 1, null, null));
    }

    @GET
    @Path("/stored")
    @PermitAll
    public Uni<String> stored(@QueryParam("text") String text) {
        return pool.preparedQuery("select $1::text")
                .execute(Tuple.of(text))
                .map(rows -> rows.iterator().next().getString(0));
    }

    @POST
    @Path("/stored")
    @PermitAll
    public Uni<String> store(ProbeRequest request) {
        return stored(request.name());
    }

    @GET
    @Path("/refused-by-the-database/{state}")
    @PermitAll
    public Uni<String> refusedByTheDatabase(@PathParam("state") String state) {
        return pool.query("do $$ begin raise exception 'as asked' using errcode = '" + state + "'; end $$")
                .execute()
                .replaceWith("done");
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
    @Path("/defect-later")
    @PermitAll
    public Uni<String> defectLater() {
        return Uni.createFrom()
                .item("")
                .emitOn(Infrastructure.getDefaultExecutor())
                .map(ignored -> defect());
    }

    @GET
    @Path("/defect-in-view")
    @PermitAll
    public BrokenView defectInView() {
        return new BrokenView(null);
    }

    @POST
    @Path("/constrained")
    @PermitAll
    public ConstrainedRequest constrained(@Valid ConstrainedRequest request) {
        return request;
    }

    @GET
    @Path("/timeout")
    @PermitAll
    public Uni<String> timeout() {
        return Uni.createFrom().failure(new TimeoutException());
    }
}

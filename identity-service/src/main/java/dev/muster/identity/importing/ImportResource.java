package dev.muster.identity.importing;

import dev.muster.identity.importing.Rejections.Numbered;
import dev.muster.kit.access.AccessConfig;
import dev.muster.kit.access.CurrentCaller;
import dev.muster.kit.access.LiveSession;
import dev.muster.kit.access.Powers;
import dev.muster.kit.problem.Problem;
import dev.muster.kit.problem.ProblemException;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Multi;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.multipart.FileUpload;

/** The directory API's files of new users. */
@Path("/import/users")
@RolesAllowed(Powers.ADMIN)
@Blocking
public class ImportResource {

    private static final String CSV = "text/csv";
    private static final MediaType CSV_TYPE = new MediaType("text", "csv");
    private static final String IDEMPOTENCY_KEY = "Idempotency-Key";
    private static final int LONGEST_KEY = 200;

    private final AcceptImport acceptImport;
    private final WatchImport watch;
    private final CancelImport cancelImport;
    private final Rejections rejections;
    private final CurrentCaller caller;
    private final AccessConfig access;
    private final Clock clock;

    ImportResource(
            AcceptImport acceptImport,
            WatchImport watch,
            CancelImport cancelImport,
            Rejections rejections,
            CurrentCaller caller,
            AccessConfig access,
            Clock clock) {
        this.acceptImport = acceptImport;
        this.watch = watch;
        this.cancelImport = cancelImport;
        this.rejections = rejections;
        this.caller = caller;
        this.access = access;
        this.clock = clock;
    }

    /** Takes any type and refuses all but CSV itself, after it is known that the caller may import at all. */
    @POST
    @Consumes(MediaType.WILDCARD)
    @Produces(MediaType.APPLICATION_JSON)
    public Response post(
            InputStream file,
            @HeaderParam(HttpHeaders.CONTENT_TYPE) MediaType type,
            @HeaderParam(IDEMPOTENCY_KEY) String key,
            @Context UriInfo address) {
        if (type == null || !type.isCompatible(CSV_TYPE) || type.isWildcardType()) {
            throw new ProblemException(Problem.UNSUPPORTED_MEDIA_TYPE);
        }
        return take(file, key, address);
    }

    private Response take(InputStream file, String key, UriInfo address) {
        ImportOrder order = order(key, address);
        UUID id = acceptImport.accept(order, file);
        ImportJob job = watch.awaitShort(order.orgId(), id);
        return job.rowsTotal() <= WatchImport.FEW_ROWS && job.state().isFinal()
                ? report(job, 0)
                : Response.accepted(ImportView.of(job, clock.instant()))
                        .location(URI.create("/import/users/" + id))
                        .build();
    }

    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Produces(MediaType.APPLICATION_JSON)
    public Response postForm(
            @RestForm("file") FileUpload file, @HeaderParam(IDEMPOTENCY_KEY) String key, @Context UriInfo address) {
        if (file == null) {
            throw ProblemException.invalid("/file", "required", "The form needs a file");
        }
        if (file.size() > ImportBodies.LARGEST) {
            throw new ProblemException(Problem.PAYLOAD_TOO_LARGE);
        }
        try (InputStream content = Files.newInputStream(file.uploadedFile())) {
            return take(content, key, address);
        } catch (IOException e) {
            throw new ProblemException(Problem.MALFORMED_REQUEST, "The file cannot be read");
        }
    }

    private ImportOrder order(String key, UriInfo address) {
        LiveSession session = caller.session();
        boolean operator = session.powers(access.operatorPermission()).contains(Powers.OPERATOR);
        return new ImportOrder(
                UUID.randomUUID(),
                caller.orgId(),
                session.userId(),
                operator,
                ImportOptions.of(address.getQueryParameters()),
                idempotencyKey(key));
    }

    private static String idempotencyKey(String key) {
        if (key == null) {
            return null;
        }
        if (key.isBlank() || key.length() > LONGEST_KEY || !key.chars().allMatch(c -> c > ' ' && c < 127)) {
            throw new ProblemException(
                    Problem.MALFORMED_REQUEST,
                    "An Idempotency-Key is 1 to " + LONGEST_KEY + " printable characters without spaces");
        }
        return key;
    }

    /** The job with the first part of its report; what is behind {@code after} is at the next link. */
    @GET
    @Path("{id}")
    @Produces(MediaType.APPLICATION_JSON)
    public Response get(@RestPath String id, @RestQuery String after) {
        return report(watch.get(caller.orgId(), idOf(id)), numberOf(after));
    }

    private Response report(ImportJob job, long after) {
        List<Numbered> page = rejections.after(job.id(), after);
        List<Rejection> report = page.stream().map(Numbered::rejection).toList();
        Response.ResponseBuilder answer = Response.ok(ImportView.of(job, clock.instant(), report));
        if (page.size() == Rejections.PAGE) {
            long last = page.get(page.size() - 1).number();
            answer.header(HttpHeaders.LINK, "</import/users/" + job.id() + "?after=" + last + ">; rel=\"next\"");
        }
        return answer.build();
    }

    /** The whole report as a table. */
    @GET
    @Path("{id}")
    @Produces(CSV)
    public Response getCsv(@RestPath String id) {
        ImportJob job = watch.get(caller.orgId(), idOf(id));
        return CsvTable.attachment("report-" + job.id() + ".csv", new ReportTable(rejections, job.id()));
    }

    /** Progress about twice a second for as long as the caller may see it, and at the end how the job ended. */
    @GET
    @Path("{id}/events")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    public Multi<OutboundSseEvent> events(@RestPath String id, @Context Sse sse) {
        ImportJob job = watch.get(caller.orgId(), idOf(id));
        return watch.follow(caller.session(), job.orgId(), job.id())
                .map(now -> sse.newEventBuilder()
                        .name(now.state().isFinal() ? "done" : "progress")
                        .mediaType(MediaType.APPLICATION_JSON_TYPE)
                        .data(ImportView.class, ImportView.of(now, clock.instant()))
                        .build());
    }

    @DELETE
    @Path("{id}")
    public Response cancel(@RestPath String id) {
        cancelImport.cancel(caller.orgId(), idOf(id));
        return Response.noContent().build();
    }

    private static UUID idOf(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException notAnId) {
            throw new ProblemException(Problem.NOT_FOUND, "There is no such import");
        }
    }

    private static long numberOf(String after) {
        try {
            return after == null ? 0 : Long.parseLong(after);
        } catch (NumberFormatException e) {
            throw ProblemException.invalid("/after", "invalid_value", "This is a number from a link");
        }
    }
}

package dev.muster.identity.asset;

import dev.muster.identity.asset.KeepAssets.Kept;
import dev.muster.identity.wire.UserIdText;
import dev.muster.kit.access.CurrentCaller;
import dev.muster.kit.access.LiveSession;
import dev.muster.kit.access.Powers;
import dev.muster.kit.problem.Problem;
import dev.muster.kit.problem.ProblemException;
import dev.muster.kit.reactive.CallerContext;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.util.List;
import java.util.concurrent.Executor;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.multipart.FileUpload;

/** The directory API's files about a user. */
@Path("/user/{id}/assets")
@RolesAllowed(Powers.ADMIN)
public class AssetsResource {

    private final KeepAssets assets;
    private final CurrentCaller caller;

    AssetsResource(KeepAssets assets, CurrentCaller caller) {
        this.assets = assets;
        this.caller = caller;
    }

    @GET
    @Authenticated
    @Produces(MediaType.APPLICATION_JSON)
    public Uni<List<AssetView>> list(@RestPath String id) {
        return assets.list(caller.session(), UserIdText.of(id))
                .map(found -> found.stream().map(AssetView::of).toList());
    }

    /** The file, or what is known of it when the query has {@code meta}. */
    @GET
    @Path("{tag}")
    @Authenticated
    public Uni<Response> get(
            @RestPath String id, @RestPath String tag, @Context UriInfo query, @Context Request conditions) {
        LiveSession session = caller.session();
        return assets.find(session, UserIdText.of(id), tag)
                .chain(asset -> query.getQueryParameters().containsKey("meta")
                        ? Uni.createFrom().item(describe(asset))
                        : download(session, asset, conditions));
    }

    private static Response describe(Asset asset) {
        return Response.ok(AssetView.of(asset), MediaType.APPLICATION_JSON_TYPE).build();
    }

    private Uni<Response> download(LiveSession session, Asset asset, Request conditions) {
        EntityTag version = new EntityTag(asset.sha256());
        Response.ResponseBuilder unchanged = conditions.evaluatePreconditions(version);
        if (unchanged != null && unchanged.build().getStatus() == Problem.PRECONDITION_FAILED.status()) {
            throw new ProblemException(Problem.PRECONDITION_FAILED);
        }
        return unchanged != null
                ? Uni.createFrom().item(unchanged.tag(version).build())
                : assets.content(session, asset).map(content -> file(asset, content, version));
    }

    /** A browser shows it as what it is or not at all; nothing in it may run. */
    private static Response file(Asset asset, byte[] content, EntityTag version) {
        return Response.ok(content, asset.contentType())
                .tag(version)
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .header("Cache-Control", "private, no-cache")
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "inline; filename=\"" + asset.tag() + "." + AssetType.extensionOf(asset.contentType()) + "\"")
                .build();
    }

    /** Reads the body on a worker and goes on where the request came from. */
    @POST
    @Path("{tag}")
    @Consumes(MediaType.WILDCARD)
    @Blocking
    public Uni<Response> put(@RestPath String id, @RestPath String tag, InputStream body) {
        Executor requestContext = CallerContext.current();
        return put(id, tag, AssetContent.read(body), requestContext);
    }

    @POST
    @Path("{tag}")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Blocking
    public Uni<Response> putForm(@RestPath String id, @RestPath String tag, @RestForm("file") FileUpload file) {
        Executor requestContext = CallerContext.current();
        if (file == null) {
            throw ProblemException.invalid("/file", "required", "The form needs a file");
        }
        try (InputStream content = Files.newInputStream(file.uploadedFile())) {
            return put(id, tag, AssetContent.read(content), requestContext);
        } catch (IOException e) {
            throw new ProblemException(Problem.MALFORMED_REQUEST, "The file cannot be read");
        }
    }

    private Uni<Response> put(String id, String tag, AssetContent content, Executor requestContext) {
        LiveSession session = caller.session();
        return Uni.createFrom()
                .voidItem()
                .emitOn(requestContext)
                .chain(() -> assets.put(session, UserIdText.of(id), tag, content))
                .map(AssetsResource::kept);
    }

    private static Response kept(Kept kept) {
        AssetView view = AssetView.of(kept.asset());
        Response.ResponseBuilder answer =
                kept.created() ? Response.created(URI.create(view.location())) : Response.ok();
        return answer.entity(view).type(MediaType.APPLICATION_JSON_TYPE).build();
    }

    @DELETE
    @Path("{tag}")
    public Uni<Void> delete(@RestPath String id, @RestPath String tag) {
        return assets.delete(caller.session(), UserIdText.of(id), tag);
    }
}

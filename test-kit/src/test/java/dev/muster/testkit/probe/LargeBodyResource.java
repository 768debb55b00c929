package dev.muster.testkit.probe;

import dev.muster.kit.http.LargeBody;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;

/** Reads bodies larger than usual in each of the ways that a resource may, and says how many bytes there were. */
@Path("/large")
@PermitAll
@Consumes(MediaType.APPLICATION_OCTET_STREAM)
public class LargeBodyResource {

    static final int LIMIT = 256 * 1024;

    /** Bytes that arrived so far, by the name of the body. */
    static final Map<String, Long> ARRIVED = new ConcurrentHashMap<>();

    /** This service's exceptions from the limit of 64 KiB. */
    @Singleton
    static class Limits {

        @Produces
        @Singleton
        LargeBody streams() {
            return new LargeBody("POST", "/large/{name}/stream", LIMIT);
        }

        @Produces
        @Singleton
        LargeBody laterStreams() {
            return new LargeBody("POST", "/large/{name}/stream-later", LIMIT);
        }

        @Produces
        @Singleton
        LargeBody bytes() {
            return new LargeBody("POST", "/large/bytes", LIMIT);
        }

        @Produces
        @Singleton
        LargeBody files() {
            return new LargeBody("POST", "/large/file", LIMIT);
        }
    }

    @POST
    @Path("/{name}/stream")
    @Blocking
    public long stream(@PathParam("name") String name, InputStream body) throws IOException {
        byte[] buffer = new byte[1024];
        for (int read = body.read(buffer); read >= 0; read = body.read(buffer)) {
            ARRIVED.merge(name, (long) read, Long::sum);
        }
        return ARRIVED.getOrDefault(name, 0L);
    }

    @POST
    @Path("/{name}/stream-later")
    public Uni<Long> streamLater(@PathParam("name") String name, InputStream body) {
        return Uni.createFrom()
                .item(() -> {
                    try {
                        return stream(name, body);
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                })
                .runSubscriptionOn(Infrastructure.getDefaultExecutor());
    }

    @POST
    @Path("/bytes")
    public Uni<Integer> bytes(byte[] body) {
        return Uni.createFrom().item(body.length);
    }

    @POST
    @Path("/file")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Uni<Long> file(@RestForm("file") FileUpload file) {
        return Uni.createFrom().item(file.size());
    }

    @POST
    @Path("/small-form")
    @Consumes({MediaType.APPLICATION_FORM_URLENCODED, MediaType.MULTIPART_FORM_DATA})
    public Uni<String> smallForm(@RestForm String name) {
        return Uni.createFrom().item(name);
    }
}

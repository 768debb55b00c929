package dev.muster.identity.page.style;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The one stylesheet of the pages; it names nobody, so it may be kept for a while. */
@Path("/pages/style.css")
@PermitAll
public class StylesheetResource {

    private static final String STYLESHEET = "/pages/style.css";

    private final String css = read();

    private static String read() {
        try (InputStream in = StylesheetResource.class.getResourceAsStream(STYLESHEET)) {
            if (in == null) {
                throw new IllegalStateException(STYLESHEET + " is not packaged");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @GET
    @Produces("text/css;charset=UTF-8")
    public Response stylesheet() {
        return Response.ok(css)
                .header("Cache-Control", "public, max-age=3600")
                .header("X-Content-Type-Options", "nosniff")
                .build();
    }
}

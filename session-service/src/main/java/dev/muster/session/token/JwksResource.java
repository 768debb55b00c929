package dev.muster.session.token;

import dev.muster.kit.problem.ProblemException;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;

/** Publishes the keys with which anyone can verify a token. */
@Path("/.well-known/jwks.json")
public class JwksResource {

    private static final String CACHE = "public, max-age=300";

    private final SigningKeys keys;

    JwksResource(SigningKeys keys) {
        this.keys = keys;
    }

    @GET
    @PermitAll
    @Produces({"application/json", "application/jwk-set+json"})
    public Response jwks() {
        String jwks = keys.jwks().orElseThrow(() -> ProblemException.unavailable("The signing key", null));
        return Response.ok(jwks).header("Cache-Control", CACHE).build();
    }
}

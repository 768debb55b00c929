package dev.muster.session.signin;

import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.RestForm;

/** The profile API's sign-in under its other path. */
@Path("/users/login.json")
@PermitAll
public class SignInAliasResource {

    private final SignInResource signIn;

    SignInAliasResource(SignInResource signIn) {
        this.signIn = signIn;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Uni<Response> signIn(SignInRequest request, HttpServerRequest http) {
        return signIn.signIn(request, http);
    }

    @POST
    @Consumes({MediaType.APPLICATION_FORM_URLENCODED, MediaType.MULTIPART_FORM_DATA})
    public Uni<Response> signInByForm(
            @RestForm String email, @RestForm String password, @RestForm String code, HttpServerRequest http) {
        return signIn.signInByForm(email, password, code, http);
    }
}

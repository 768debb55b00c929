package dev.muster.session.signin;

import dev.muster.session.SignInOutcome;
import dev.muster.session.SignInWay;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.RestForm;

/** The profile API's sign-in. */
@Path("/login.json")
@PermitAll
public class SignInResource {

    private final SignIn signIn;
    private final ClientDetector clients;

    SignInResource(SignIn signIn, ClientDetector clients) {
        this.signIn = signIn;
        this.clients = clients;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Uni<Response> signIn(SignInRequest request, HttpServerRequest http) {
        Credentials credentials = Credentials.of(SignInRequest.requireComplete(request));
        return clients.detect(http)
                .chain(client -> signIn.signIn(SignInWay.PROFILE, credentials, client))
                .map(signedIn -> uncached(Response.ok(SignInView.success(signedIn))))
                .onFailure(SignInRefusedException.class)
                .recoverWithItem(SignInResource::refused);
    }

    @POST
    @Consumes({MediaType.APPLICATION_FORM_URLENCODED, MediaType.MULTIPART_FORM_DATA})
    public Uni<Response> signInByForm(
            @RestForm String email, @RestForm String password, @RestForm String code, HttpServerRequest http) {
        return signIn(new SignInRequest(email, password, code), http);
    }

    /** A client that is asked for its second factor did nothing wrong, so that is no 401. */
    private static Response refused(SignInRefusedException refused) {
        Response.ResponseBuilder answer = refused.outcome() == SignInOutcome.SECOND_FACTOR_NEEDED
                ? Response.ok()
                : Response.status(Response.Status.UNAUTHORIZED).header("WWW-Authenticate", "Bearer");
        return uncached(answer.entity(SignInView.refusal(refused)));
    }

    private static Response uncached(Response.ResponseBuilder answer) {
        return answer.type(MediaType.APPLICATION_JSON_TYPE)
                .header("Cache-Control", "no-store")
                .build();
    }
}

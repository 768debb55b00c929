package dev.muster.session.signin;

import dev.muster.kit.problem.ProblemException;
import dev.muster.session.SignInWay;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import org.jboss.resteasy.reactive.ResponseHeader;

/** The directory API's sign-in: a token and nothing else, or 401 for every reason there is. */
@Path("/login")
@PermitAll
public class DirectorySignInResource {

    private final SignIn signIn;
    private final ClientDetector clients;

    DirectorySignInResource(SignIn signIn, ClientDetector clients) {
        this.signIn = signIn;
        this.clients = clients;
    }

    /** The token; its text does not show it. */
    public record TokenView(String token) {

        @Override
        public String toString() {
            return "TokenView[]";
        }
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @ResponseHeader(name = "Cache-Control", value = "no-store")
    public Uni<TokenView> signIn(SignInRequest request, HttpServerRequest http) {
        Credentials credentials = Credentials.of(SignInRequest.requireComplete(request));
        return clients.detect(http)
                .chain(client -> signIn.signIn(SignInWay.DIRECTORY, credentials, client))
                .map(signedIn -> new TokenView(signedIn.token().text()))
                .onFailure(SignInRefusedException.class)
                .transform(refused -> ProblemException.unauthenticated());
    }
}

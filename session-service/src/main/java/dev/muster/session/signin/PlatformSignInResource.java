package dev.muster.session.signin;

import dev.muster.kit.problem.Problem;
import dev.muster.kit.problem.ProblemException;
import dev.muster.session.SignInWay;
import dev.muster.session.token.TokensView;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import org.jboss.resteasy.reactive.ResponseHeader;

/** The platform's and the network API's sign-in: a short access token and a refresh token for the next one. */
@Path("/api/v1/auth/login")
@PermitAll
public class PlatformSignInResource {

    private final SignIn signIn;
    private final ClientDetector clients;

    PlatformSignInResource(SignIn signIn, ClientDetector clients) {
        this.signIn = signIn;
        this.clients = clients;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @ResponseHeader(name = "Cache-Control", value = "no-store")
    public Uni<TokensView> signIn(PlatformSignInRequest request, HttpServerRequest http) {
        Credentials credentials = PlatformSignInRequest.requireComplete(request);
        return clients.detect(http)
                .chain(client ->
                        signIn.signInRenewably(SignInWay.PLATFORM, credentials, client, request.isRemembered()))
                .map(signedIn -> TokensView.of(signedIn.token(), signedIn.refreshToken(), signedIn.message()))
                .onFailure(SignInRefusedException.class)
                .transform(PlatformSignInResource::problem);
    }

    /** Only who knows the password learns that a code is asked for. */
    private static ProblemException problem(SignInRefusedException refused) {
        return switch (refused.outcome()) {
            case SECOND_FACTOR_NEEDED ->
                ProblemException.badCredentials(Problem.CODE_REQUIRED, whereTheCodeIs(refused));
            case SECOND_FACTOR_FAILED -> ProblemException.badCredentials(Problem.CODE_WRONG, refused.getMessage());
            default -> ProblemException.badCredentials("Incorrect CID, e-mail or password");
        };
    }

    private static String whereTheCodeIs(SignInRefusedException refused) {
        return "EMAIL".equals(refused.twoFactor())
                ? "Enter the code that was mailed to you"
                : "Enter the code of your authenticator app, or a recovery code";
    }
}

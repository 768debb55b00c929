package dev.muster.session.signin;

import dev.muster.kit.problem.FieldError;
import dev.muster.kit.problem.ProblemException;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import org.jboss.resteasy.reactive.RestForm;

/** The profile API's sign-in. */
@Path("/{path: login.json|users/login.json}")
@PermitAll
public class SignInResource {

    private static final int UNAUTHORIZED = 401;

    private final SignIn signIn;
    private final ClientDetector clients;

    SignInResource(SignIn signIn, ClientDetector clients) {
        this.signIn = signIn;
        this.clients = clients;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Uni<Response> signIn(SignInRequest request, RoutingContext context) {
        require(request);
        return clients.detect(context)
                .chain(client -> signIn.signIn(request.email(), request.password(), client))
                .map(signedIn -> uncached(Response.ok(SignInView.success(signedIn))))
                .onFailure(SignInRefusedException.class)
                .recoverWithItem(() -> uncached(Response.status(UNAUTHORIZED)
                        .header("WWW-Authenticate", "Bearer")
                        .entity(SignInView.refusal())));
    }

    @POST
    @Consumes({MediaType.APPLICATION_FORM_URLENCODED, MediaType.MULTIPART_FORM_DATA})
    public Uni<Response> signInByForm(
            @RestForm String email, @RestForm String password, @RestForm String code, RoutingContext context) {
        return signIn(new SignInRequest(email, password, code), context);
    }

    private static Response uncached(Response.ResponseBuilder answer) {
        return answer.type(MediaType.APPLICATION_JSON_TYPE)
                .header("Cache-Control", "no-store")
                .build();
    }

    private static void require(SignInRequest request) {
        List<FieldError> errors = new ArrayList<>();
        if (request == null || isBlank(request.email())) {
            errors.add(new FieldError("/email", "required", "The e-mail is missing"));
        }
        if (request == null || isBlank(request.password())) {
            errors.add(new FieldError("/password", "required", "The password is missing"));
        }
        if (!errors.isEmpty()) {
            throw ProblemException.invalid(errors);
        }
    }

    private static boolean isBlank(String value) {
        return value == null || value.isBlank();
    }
}

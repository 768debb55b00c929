package dev.muster.identity.signin;

import dev.muster.identity.EmailAddress;
import dev.muster.identity.Password;
import dev.muster.identity.throttle.ClientNetwork;
import dev.muster.kit.access.Powers;
import dev.muster.kit.problem.FieldError;
import dev.muster.kit.problem.ProblemException;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.ArrayList;
import java.util.List;

/** Where session-service asks whether a password is right. */
@Path("/internal/credentials")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Powers.SERVICE)
public class VerifyCredentialsResource {

    private final VerifyCredentials verifyCredentials;

    VerifyCredentialsResource(VerifyCredentials verifyCredentials) {
        this.verifyCredentials = verifyCredentials;
    }

    @POST
    @Path("verify")
    @Consumes(MediaType.APPLICATION_JSON)
    public Uni<VerifyView> verify(VerifyRequest request) {
        requireComplete(request);
        ClientNetwork network = request.clientIp() == null
                ? ClientNetwork.UNKNOWN
                : ClientNetwork.of(request.clientIp())
                        .orElseThrow(() ->
                                ProblemException.invalid("/clientIp", "invalid_value", "This is not an IP address"));
        return verify(request, network).map(VerifyView::of);
    }

    private Uni<SignInVerdict> verify(VerifyRequest request, ClientNetwork network) {
        Password password = new Password(request.password());
        return request.userId() == null
                ? verifyCredentials.verify(EmailAddress.of(request.email()), password, request.code(), network)
                : verifyCredentials.verify(request.userId(), password, request.code(), network);
    }

    private static void requireComplete(VerifyRequest request) {
        List<FieldError> errors = new ArrayList<>();
        if (request == null || (request.email() == null && request.userId() == null)) {
            errors.add(new FieldError("/email", "required", "An e-mail address or a user id is needed"));
        } else if (request.email() != null && request.userId() != null) {
            errors.add(new FieldError("/userId", "invalid_value", "Only one of e-mail address and user id is taken"));
        }
        if (request == null || request.password() == null) {
            errors.add(new FieldError("/password", "required", "A password is needed"));
        }
        if (!errors.isEmpty()) {
            throw ProblemException.invalid(errors);
        }
    }
}

package dev.muster.identity.fsd;

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

/** Where session-service asks whether an FSD password is right. */
@Path("/internal/credentials/verify-fsd")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Powers.SERVICE)
public class VerifyFsdResource {

    private final VerifyFsd verifyFsd;

    VerifyFsdResource(VerifyFsd verifyFsd) {
        this.verifyFsd = verifyFsd;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Uni<VerifyFsdView> verify(VerifyFsdRequest request) {
        requireComplete(request);
        return verifyFsd
                .verify(request.userId(), new Password(request.password()), network(request))
                .map(VerifyFsdView::of);
    }

    private static ClientNetwork network(VerifyFsdRequest request) {
        return request.network() == null
                ? ClientNetwork.UNKNOWN
                : ClientNetwork.of(request.network())
                        .orElseThrow(() ->
                                ProblemException.invalid("/network", "invalid_value", "This is not an IP address"));
    }

    private static void requireComplete(VerifyFsdRequest request) {
        List<FieldError> missing = new ArrayList<>();
        if (request.userId() == null) {
            missing.add(new FieldError("/userId", "required", "A user id is needed"));
        }
        if (request.password() == null) {
            missing.add(new FieldError("/password", "required", "A password is needed"));
        }
        if (!missing.isEmpty()) {
            throw ProblemException.invalid(missing);
        }
    }
}

package dev.muster.identity.password;

import com.fasterxml.jackson.databind.JsonNode;
import dev.muster.identity.Password;
import dev.muster.identity.wire.CallerNetwork;
import dev.muster.identity.wire.ResultView;
import dev.muster.identity.wire.TextFields;
import dev.muster.kit.access.CurrentCaller;
import dev.muster.kit.problem.ProblemException;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.Set;

/** The profile API: the caller's own password. */
@Path("/users/password.json")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
public class ChangePasswordResource {

    private static final String PRESENT = "password";
    private static final String WANTED = "newpassword";
    private static final String REPEATED = "newpasswordrepeat";
    private static final Set<String> FIELDS = Set.of(PRESENT, WANTED, REPEATED);

    private final ChangePassword changePassword;
    private final CurrentCaller caller;
    private final CallerNetwork callerNetwork;

    ChangePasswordResource(ChangePassword changePassword, CurrentCaller caller, CallerNetwork callerNetwork) {
        this.changePassword = changePassword;
        this.caller = caller;
        this.callerNetwork = callerNetwork;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Uni<ResultView> change(JsonNode body, @Context HttpServerRequest request) {
        return change(TextFields.of(body, FIELDS), request);
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Uni<ResultView> changeByForm(MultivaluedMap<String, String> form, @Context HttpServerRequest request) {
        return change(TextFields.of(form, FIELDS), request);
    }

    private Uni<ResultView> change(TextFields fields, HttpServerRequest request) {
        Password wanted = new Password(fields.get(WANTED));
        if (!wanted.equals(new Password(fields.get(REPEATED)))) {
            throw ProblemException.invalid("/" + REPEATED, "mismatch", "The two new passwords are not the same");
        }
        return changePassword
                .change(caller.session(), new Password(fields.get(PRESENT)), wanted, callerNetwork.of(request))
                .replaceWith(ResultView.done("Password changed successfully"));
    }
}

package dev.muster.identity.recovery;

import com.fasterxml.jackson.databind.JsonNode;
import dev.muster.identity.EmailAddress;
import dev.muster.identity.Password;
import dev.muster.identity.ticket.TicketLink;
import dev.muster.identity.wire.CallerNetwork;
import dev.muster.identity.wire.ResultView;
import dev.muster.identity.wire.TextFields;
import dev.muster.kit.problem.ProblemException;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.Set;
import org.jboss.resteasy.reactive.RestPath;

/** The profile API: a forgotten password. */
@Path("/users")
@Produces(MediaType.APPLICATION_JSON)
@PermitAll
public class RecoveryResource {

    private static final String WANTED = "password";
    private static final String REPEATED = "newpassword";
    private static final Set<String> RESET_FIELDS = Set.of(WANTED, REPEATED);
    private static final Set<String> ASK_FIELDS = Set.of("email");

    private final AskForRecovery askForRecovery;
    private final FindRecovery findRecovery;
    private final ResetPassword resetPassword;
    private final CallerNetwork callerNetwork;

    RecoveryResource(
            AskForRecovery askForRecovery,
            FindRecovery findRecovery,
            ResetPassword resetPassword,
            CallerNetwork callerNetwork) {
        this.askForRecovery = askForRecovery;
        this.findRecovery = findRecovery;
        this.resetPassword = resetPassword;
        this.callerNetwork = callerNetwork;
    }

    /** One text for every address, whoever has it. */
    public record RecoveryView(String message) {}

    @POST
    @Path("password_recover.json")
    @Consumes(MediaType.APPLICATION_JSON)
    public Uni<RecoveryView> ask(JsonNode body, @Context HttpServerRequest request) {
        return ask(TextFields.of(body, ASK_FIELDS), request);
    }

    @POST
    @Path("password_recover.json")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Uni<RecoveryView> askByForm(MultivaluedMap<String, String> form, @Context HttpServerRequest request) {
        return ask(TextFields.of(form, ASK_FIELDS), request);
    }

    @GET
    @Path("new_password/{userId}/{secret}.json")
    public Uni<ResultView> find(@RestPath String userId, @RestPath String secret) {
        return findRecovery
                .find(TicketLink.of(userId, secret))
                .replaceWith(ResultView.done("This link is good for one new password"));
    }

    @POST
    @Path("new_password/{userId}/{secret}.json")
    @Consumes(MediaType.APPLICATION_JSON)
    public Uni<ResultView> reset(@RestPath String userId, @RestPath String secret, JsonNode body) {
        return reset(TicketLink.of(userId, secret), TextFields.of(body, RESET_FIELDS));
    }

    @POST
    @Path("new_password/{userId}/{secret}.json")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Uni<ResultView> resetByForm(
            @RestPath String userId, @RestPath String secret, MultivaluedMap<String, String> form) {
        return reset(TicketLink.of(userId, secret), TextFields.of(form, RESET_FIELDS));
    }

    private Uni<RecoveryView> ask(TextFields fields, HttpServerRequest request) {
        return askForRecovery
                .ask(EmailAddress.of(fields.get("email")), callerNetwork.of(request))
                .replaceWith(new RecoveryView("If this address belongs to an account, a mail is on its way to it."));
    }

    private Uni<ResultView> reset(TicketLink link, TextFields fields) {
        Password wanted = new Password(fields.get(WANTED));
        if (!wanted.equals(new Password(fields.get(REPEATED)))) {
            throw ProblemException.invalid("/" + REPEATED, "mismatch", "The two passwords are not the same");
        }
        return resetPassword.reset(link, wanted).replaceWith(ResultView.done("Password changed successfully"));
    }
}

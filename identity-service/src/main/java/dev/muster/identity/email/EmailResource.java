package dev.muster.identity.email;

import com.fasterxml.jackson.databind.JsonNode;
import dev.muster.identity.ChangeEmail;
import dev.muster.identity.EmailAddress;
import dev.muster.identity.Password;
import dev.muster.identity.ticket.TicketLink;
import dev.muster.identity.wire.CallerNetwork;
import dev.muster.identity.wire.ResultView;
import dev.muster.identity.wire.TextFields;
import dev.muster.kit.access.CurrentCaller;
import dev.muster.kit.problem.FieldError;
import dev.muster.kit.problem.ProblemException;
import io.quarkus.security.Authenticated;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jboss.resteasy.reactive.RestPath;

/** The profile API: the caller's own e-mail address. */
@Path("/users")
@Produces(MediaType.APPLICATION_JSON)
public class EmailResource {

    private static final String WANTED = "new_email";
    private static final String REPEATED = "new_email_repeat";
    private static final String PASSWORD = "password";
    private static final Set<String> FIELDS = Set.of(WANTED, REPEATED, PASSWORD);

    private final ChangeEmail changeEmail;
    private final ConfirmEmail confirmEmail;
    private final CurrentCaller caller;
    private final CallerNetwork callerNetwork;

    EmailResource(
            ChangeEmail changeEmail, ConfirmEmail confirmEmail, CurrentCaller caller, CallerNetwork callerNetwork) {
        this.changeEmail = changeEmail;
        this.confirmEmail = confirmEmail;
        this.caller = caller;
        this.callerNetwork = callerNetwork;
    }

    @POST
    @Path("email.json")
    @Authenticated
    @Consumes(MediaType.APPLICATION_JSON)
    public Uni<ResultView> change(JsonNode body, @Context HttpServerRequest request) {
        return change(TextFields.of(body, FIELDS), request);
    }

    @POST
    @Path("email.json")
    @Authenticated
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Uni<ResultView> changeByForm(MultivaluedMap<String, String> form, @Context HttpServerRequest request) {
        return change(TextFields.of(form, FIELDS), request);
    }

    /** The published way to confirm. Mails link to a page instead, because whatever scans links would confirm here. */
    @GET
    @Path("confirmation/{userId}/{code}/email.json")
    @PermitAll
    public Uni<ResultView> confirm(@RestPath String userId, @RestPath String code) {
        return confirmEmail.confirm(TicketLink.of(userId, code)).replaceWith(ResultView.done("Email confirmed"));
    }

    private Uni<ResultView> change(TextFields fields, HttpServerRequest request) {
        EmailAddress wanted = EmailAddress.of(fields.get(WANTED));
        requireTwiceTheSameAddress(wanted, EmailAddress.of(fields.get(REPEATED)));
        Password password = new Password(fields.get(PASSWORD));
        return changeEmail
                .change(caller.userId(), password, wanted, callerNetwork.of(request), "/" + WANTED)
                .replaceWith(ResultView.done("Changes saved, check your mailbox at " + wanted.text() + "."));
    }

    private static void requireTwiceTheSameAddress(EmailAddress wanted, EmailAddress repeated) {
        List<FieldError> errors = new ArrayList<>();
        if (!wanted.isWellFormed()) {
            errors.add(new FieldError("/" + WANTED, "invalid_value", "This is not an e-mail address"));
        }
        if (!wanted.isSameAs(repeated)) {
            errors.add(new FieldError("/" + REPEATED, "mismatch", "The two addresses are not the same"));
        }
        if (!errors.isEmpty()) {
            throw ProblemException.invalid(errors);
        }
    }
}

package dev.muster.identity.activation;

import com.fasterxml.jackson.databind.JsonNode;
import dev.muster.identity.Password;
import dev.muster.identity.wire.TextFields;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.Set;
import org.jboss.resteasy.reactive.RestPath;

/** The directory API: activation of an account with the ticket from the mail. */
@Path("/activate/{ticket}")
@Produces(MediaType.APPLICATION_JSON)
@PermitAll
public class ActivationResource {

    private static final String PASSWORD = "password";
    private static final Set<String> FIELDS = Set.of(PASSWORD);

    private final FindActivation findActivation;
    private final ActivateUser activateUser;

    ActivationResource(FindActivation findActivation, ActivateUser activateUser) {
        this.findActivation = findActivation;
        this.activateUser = activateUser;
    }

    @GET
    public Uni<ActivationView> find(@RestPath String ticket) {
        return findActivation.find(ActivationTicket.of(ticket)).map(ActivationView::of);
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Uni<ActivatedView> activate(@RestPath String ticket, JsonNode body) {
        return activate(ticket, TextFields.of(body, FIELDS));
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    public Uni<ActivatedView> put(@RestPath String ticket, JsonNode body) {
        return activate(ticket, TextFields.of(body, FIELDS));
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Uni<ActivatedView> activateByForm(@RestPath String ticket, MultivaluedMap<String, String> form) {
        return activate(ticket, TextFields.of(form, FIELDS));
    }

    private Uni<ActivatedView> activate(String ticket, TextFields fields) {
        return activateUser
                .activate(ActivationTicket.of(ticket), new Password(fields.get(PASSWORD)))
                .map(ActivatedView::of);
    }
}

package dev.muster.identity.account;

import com.fasterxml.jackson.databind.JsonNode;
import dev.muster.identity.wire.CallerNetwork;
import dev.muster.kit.access.CurrentCaller;
import dev.muster.kit.access.LiveSession;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestResponse;

/** The account API's new users; where sign-up is open, without a token too. */
@Path("/users")
@Produces(MediaType.APPLICATION_JSON)
@PermitAll
public class SignUpResource {

    private final SignUp signUp;
    private final ViewAccount viewAccount;
    private final CurrentIdentityAssociation identity;
    private final CallerNetwork callerNetwork;

    SignUpResource(
            SignUp signUp, ViewAccount viewAccount, CurrentIdentityAssociation identity, CallerNetwork callerNetwork) {
        this.signUp = signUp;
        this.viewAccount = viewAccount;
        this.identity = identity;
        this.callerNetwork = callerNetwork;
    }

    @POST
    @MakesUsers
    @Consumes(MediaType.APPLICATION_JSON)
    public Uni<RestResponse<AccountView>> create(JsonNode body, @Context HttpServerRequest request) {
        return identity.getDeferredIdentity()
                .map(SignUpResource::caller)
                .chain(caller -> create(body, caller, request))
                .map(created -> RestResponse.status(RestResponse.Status.CREATED, created));
    }

    private Uni<AccountView> create(JsonNode body, Optional<LiveSession> caller, HttpServerRequest request) {
        return viewAccount
                .countries()
                .map(countries -> AccountFields.ofNew(body, countries))
                .chain(fields -> signUp.signUp(fields, caller, callerNetwork.of(request)))
                .chain(viewAccount::viewNew);
    }

    static Optional<LiveSession> caller(SecurityIdentity identity) {
        return identity.isAnonymous() ? Optional.empty() : CurrentCaller.sessionOf(identity);
    }
}

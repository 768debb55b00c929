package dev.muster.session.signin;

import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import org.jboss.resteasy.reactive.ResponseHeader;

/** The network API's way for flight simulation clients to get the token that their server asks for. */
@Path("/api/v1/fsd-jwt")
@PermitAll
public class FsdTokenResource {

    private final IssueFsdToken issueFsdToken;
    private final ClientDetector clients;

    FsdTokenResource(IssueFsdToken issueFsdToken, ClientDetector clients) {
        this.issueFsdToken = issueFsdToken;
        this.clients = clients;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @ResponseHeader(name = "Cache-Control", value = "no-store")
    public Uni<FsdTokenView> issue(FsdTokenRequest request, HttpServerRequest http) {
        FsdTokenRequest complete = FsdTokenRequest.requireComplete(request);
        return clients.detect(http)
                .chain(client -> issueFsdToken.issue(complete, client))
                .map(token -> new FsdTokenView(true, token));
    }
}

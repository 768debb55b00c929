package dev.muster.session.refreshing;

import dev.muster.kit.http.ClientAddresses;
import dev.muster.session.token.TokensView;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import org.jboss.resteasy.reactive.ResponseHeader;

/** Gives a client that signed in by {@code /api/v1/auth/login} new tokens, without the password. */
@Path("/api/v1/auth/refresh")
@PermitAll
public class RefreshResource {

    private final RefreshSession refreshSession;
    private final ClientAddresses addresses;

    RefreshResource(RefreshSession refreshSession, ClientAddresses addresses) {
        this.refreshSession = refreshSession;
        this.addresses = addresses;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @ResponseHeader(name = "Cache-Control", value = "no-store")
    public Uni<TokensView> refresh(RefreshRequest request, HttpServerRequest http) {
        String shown = RefreshRequest.requireComplete(request).refreshToken();
        return refreshSession
                .refresh(shown, new Origin(addresses.of(http), http.getHeader("User-Agent")))
                .map(refreshed -> TokensView.of(refreshed.access(), refreshed.refresh(), null));
    }
}

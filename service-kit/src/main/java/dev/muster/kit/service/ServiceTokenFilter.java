package dev.muster.kit.service;

import io.netty.handler.codec.http.HttpHeaderNames;
import jakarta.ws.rs.client.ClientRequestContext;
import org.jboss.resteasy.reactive.client.spi.ResteasyReactiveClientRequestContext;
import org.jboss.resteasy.reactive.client.spi.ResteasyReactiveClientRequestFilter;

/** Signs every call of a REST client with a token for the service that the client calls. */
public abstract class ServiceTokenFilter implements ResteasyReactiveClientRequestFilter {

    private final ServiceTokens tokens;
    private final String audience;

    protected ServiceTokenFilter(ServiceTokens tokens, String audience) {
        this.tokens = tokens;
        this.audience = audience;
    }

    @Override
    public void filter(ResteasyReactiveClientRequestContext request) {
        sign(request);
    }

    private void sign(ClientRequestContext request) {
        request.getHeaders()
                .putSingle(HttpHeaderNames.AUTHORIZATION.toString(), "Bearer " + tokens.forAudience(audience));
    }
}

package dev.muster.identity.wire;

import dev.muster.identity.throttle.ClientNetwork;
import io.vertx.core.http.HttpServerRequest;

/**
 * The network that a request comes from: the connection's, or the forwarded one when a trusted proxy made the connection
 * ({@code quarkus.http.proxy.trusted-proxies}).
 */
public final class CallerNetwork {

    private CallerNetwork() {}

    public static ClientNetwork of(HttpServerRequest request) {
        return ClientNetwork.of(request.remoteAddress().hostAddress()).orElse(ClientNetwork.UNKNOWN);
    }
}

package dev.muster.identity.wire;

import dev.muster.identity.throttle.ClientNetwork;
import dev.muster.kit.http.ClientAddresses;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;

/** The network that a request comes from, behind the proxies that are trusted ({@code muster.proxy.trusted}). */
@ApplicationScoped
public class CallerNetwork {

    private final ClientAddresses addresses;

    CallerNetwork(ClientAddresses addresses) {
        this.addresses = addresses;
    }

    public ClientNetwork of(HttpServerRequest request) {
        return ClientNetwork.of(addresses.of(request)).orElse(ClientNetwork.UNKNOWN);
    }
}

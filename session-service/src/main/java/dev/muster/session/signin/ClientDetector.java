package dev.muster.session.signin;

import dev.muster.kit.http.ClientAddresses;
import dev.muster.session.signin.Client.Browser;
import dev.muster.session.signin.Client.Place;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.smallrye.mutiny.vertx.MutinyHelper;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;

/** Finds out where a sign-in comes from. */
@ApplicationScoped
public class ClientDetector {

    private final ClientAddresses addresses;
    private final Browsers browsers;
    private final Places places;

    ClientDetector(ClientAddresses addresses, Browsers browsers, Places places) {
        this.addresses = addresses;
        this.browsers = browsers;
        this.places = places;
    }

    /** What is not known yet is found out on a worker thread; the answer comes back on the caller's. */
    Uni<Client> detect(HttpServerRequest request) {
        String ip = addresses.of(request);
        String userAgent = request.getHeader("User-Agent");
        Browser known = browsers.ifKnown(userAgent);
        if (known != null && !places.areKnown()) {
            return Uni.createFrom().item(new Client(ip, userAgent, known, Place.UNKNOWN));
        }
        return Uni.createFrom()
                .item(() -> new Client(ip, userAgent, browsers.of(userAgent), places.of(ip)))
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
                .emitOn(MutinyHelper.executor(Vertx.currentContext()));
    }
}

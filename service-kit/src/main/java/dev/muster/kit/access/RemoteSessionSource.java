package dev.muster.kit.access;

import dev.muster.kit.id.SessionId;
import dev.muster.kit.id.UserId;
import dev.muster.kit.service.PeerFailure;
import io.quarkus.arc.ClientProxy;
import io.quarkus.arc.DefaultBean;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.faulttolerance.CircuitBreaker;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.eclipse.microprofile.faulttolerance.Timeout;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** Asks session-service; every question has a deadline, is asked again once or twice, and stops when nobody answers. */
@ApplicationScoped
@DefaultBean
class RemoteSessionSource implements SessionSource {

    private final RemoteSessionApi api;
    private final RemoteFeedApi feed;

    /** A client that is first opened by a request is closed with the HTTP server, before the last report of uses. */
    RemoteSessionSource(@RestClient RemoteSessionApi api, @RestClient RemoteFeedApi feed) {
        this.api = ClientProxy.unwrap(api);
        this.feed = feed;
    }

    @Override
    @Timeout(value = 1, unit = ChronoUnit.SECONDS)
    @Retry(maxRetries = 2, delay = 50, maxDuration = 2, durationUnit = ChronoUnit.SECONDS)
    @CircuitBreaker(requestVolumeThreshold = 20, delay = 1, delayUnit = ChronoUnit.SECONDS)
    public Uni<Optional<LiveSession>> find(UserId userId, SessionId sessionId) {
        return api.find(userId.value(), sessionId.value())
                .map(Optional::of)
                .onFailure(PeerFailure::isNotFound)
                .recoverWithItem(Optional.empty());
    }

    @Override
    public Multi<SessionSignal> signals(Optional<String> cursor) {
        return feed.signals(cursor.orElse(null));
    }

    @Override
    @Timeout(value = 2, unit = ChronoUnit.SECONDS)
    public Uni<Void> reportUses(List<SessionUse> uses) {
        return api.reportUses(uses);
    }
}

package dev.muster.identity.peer;

import dev.muster.identity.peer.SessionClosingApi.CloseRequest;
import dev.muster.kit.id.UserId;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.temporal.ChronoUnit;
import org.eclipse.microprofile.faulttolerance.CircuitBreaker;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.eclipse.microprofile.faulttolerance.Timeout;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** Tells session-service what became of a person; telling it twice changes nothing. */
@ApplicationScoped
class Sessions {

    private final SessionClosingApi api;

    Sessions(@RestClient SessionClosingApi api) {
        this.api = api;
    }

    @Timeout(value = 1, unit = ChronoUnit.SECONDS)
    @Retry(maxRetries = 1, delay = 50)
    @CircuitBreaker(requestVolumeThreshold = 20, delay = 1000)
    Uni<Void> close(SessionsToClose order) {
        return api.close(order.userId(), new CloseRequest(order.except(), order.reason(), order.version()));
    }

    @Timeout(value = 1, unit = ChronoUnit.SECONDS)
    @Retry(maxRetries = 1, delay = 50)
    @CircuitBreaker(requestVolumeThreshold = 20, delay = 1000)
    Uni<Void> forget(UserId userId) {
        return api.forget(userId.value());
    }
}

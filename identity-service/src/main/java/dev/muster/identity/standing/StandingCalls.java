package dev.muster.identity.standing;

import dev.muster.kit.id.UserId;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.temporal.ChronoUnit;
import org.eclipse.microprofile.faulttolerance.CircuitBreaker;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.eclipse.microprofile.faulttolerance.Timeout;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** Tells session-service a person's standing; telling it twice changes nothing. */
@ApplicationScoped
class StandingCalls {

    private final StandingApi api;

    StandingCalls(@RestClient StandingApi api) {
        this.api = api;
    }

    @Timeout(value = 1, unit = ChronoUnit.SECONDS)
    @Retry(maxRetries = 1, delay = 50)
    @CircuitBreaker(requestVolumeThreshold = 20, delay = 1000)
    Uni<Void> put(UserId userId, Standing standing) {
        return api.put(userId.value(), standing);
    }
}

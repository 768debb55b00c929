package dev.muster.session.signin;

import dev.muster.kit.id.UserId;
import dev.muster.kit.service.PeerFailure;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.eclipse.microprofile.faulttolerance.CircuitBreaker;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.eclipse.microprofile.faulttolerance.Timeout;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** Deadline, second try and circuit breaker of the calls to org-service. */
@ApplicationScoped
class OrgCalls {

    private final OrgApi api;

    OrgCalls(@RestClient OrgApi api) {
        this.api = api;
    }

    /** That there is no such membership is an answer, so neither the second try nor the breaker takes it for a failure. */
    @Timeout(value = 2, unit = ChronoUnit.SECONDS)
    @Retry(maxRetries = 1, delay = 50)
    @CircuitBreaker(requestVolumeThreshold = 20, delay = 1, delayUnit = ChronoUnit.SECONDS)
    Uni<Optional<DefaultMember>> defaultMember(UserId userId) {
        return api.defaultMember(userId.value())
                .map(Optional::of)
                .onFailure(PeerFailure::isNotFound)
                .recoverWithItem(Optional.empty());
    }
}

package dev.muster.identity.peer;

import dev.muster.kit.service.PeerFailure;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.eclipse.microprofile.faulttolerance.CircuitBreaker;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.eclipse.microprofile.faulttolerance.Timeout;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/**
 * Asks org-service; a question has a deadline, is asked again once, and stops when nobody answers. That there is no such
 * organization is an answer.
 */
@ApplicationScoped
@Timeout(value = 700, unit = ChronoUnit.MILLIS)
@Retry(maxRetries = 1, delay = 50, maxDuration = 1500)
@CircuitBreaker(requestVolumeThreshold = 10, delay = 1000)
class OrganizationCalls {

    private final OrganizationApi api;

    OrganizationCalls(@RestClient OrganizationApi api) {
        this.api = api;
    }

    /** The organization's name; empty for an unknown or inactive one. */
    Uni<Optional<String>> name(long id) {
        return api.find(id)
                .map(organization -> Optional.ofNullable(organization.name()))
                .onFailure(PeerFailure::isNotFound)
                .recoverWithItem(Optional.empty());
    }
}

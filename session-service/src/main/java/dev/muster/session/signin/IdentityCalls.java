package dev.muster.session.signin;

import dev.muster.kit.problem.ProblemException;
import dev.muster.session.signin.IdentityApi.VerifyFsdRequest;
import dev.muster.session.signin.IdentityApi.VerifyRequest;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.temporal.ChronoUnit;
import org.eclipse.microprofile.faulttolerance.CircuitBreaker;
import org.eclipse.microprofile.faulttolerance.Timeout;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** Deadline and circuit breaker of the calls to identity-service. */
@ApplicationScoped
class IdentityCalls {

    private final IdentityApi api;

    IdentityCalls(@RestClient IdentityApi api) {
        this.api = api;
    }

    /** Never asks twice, since an attempt counts towards the throttle. */
    @Timeout(value = 5, unit = ChronoUnit.SECONDS)
    @CircuitBreaker(
            requestVolumeThreshold = 20,
            delay = 1,
            delayUnit = ChronoUnit.SECONDS,
            skipOn = ProblemException.class)
    Uni<CredentialVerdict> verify(VerifyRequest request) {
        return api.verify(request);
    }

    /** As {@link #verify}; with a breaker of its own, so that neither way in closes the other. */
    @Timeout(value = 5, unit = ChronoUnit.SECONDS)
    @CircuitBreaker(
            requestVolumeThreshold = 20,
            delay = 1,
            delayUnit = ChronoUnit.SECONDS,
            skipOn = ProblemException.class)
    Uni<FsdVerdict> verifyFsd(VerifyFsdRequest request) {
        return api.verifyFsd(request);
    }
}

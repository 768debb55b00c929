package dev.muster.session.signin;

import dev.muster.kit.service.PeerFailure;
import dev.muster.session.signin.IdentityApi.VerifyRequest;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.temporal.ChronoUnit;
import org.eclipse.microprofile.faulttolerance.CircuitBreaker;
import org.eclipse.microprofile.faulttolerance.Timeout;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** Asks identity-service; never twice, since an attempt counts towards the throttle. */
@ApplicationScoped
public class IdentityService {

    private final IdentityApi api;

    IdentityService(@RestClient IdentityApi api) {
        this.api = api;
    }

    /** Verifies a password; {@code TOO_MANY_ATTEMPTS} and {@code SERVICE_UNAVAILABLE} come through as they are. */
    @Timeout(value = 5, unit = ChronoUnit.SECONDS)
    @CircuitBreaker(
            requestVolumeThreshold = 20,
            delay = 1,
            delayUnit = ChronoUnit.SECONDS,
            skipOn = dev.muster.kit.problem.ProblemException.class)
    Uni<CredentialVerdict> verify(String email, String password, String clientIp) {
        return api.verify(new VerifyRequest(email, password, clientIp))
                .onFailure()
                .transform(failure -> PeerFailure.of("identity-service", failure));
    }
}

package dev.muster.session.signin;

import dev.muster.kit.id.UserId;
import dev.muster.kit.service.PeerFailure;
import dev.muster.session.signin.IdentityApi.VerifyFsdRequest;
import dev.muster.session.signin.IdentityApi.VerifyRequest;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Asks identity-service. */
@ApplicationScoped
public class IdentityService {

    private final IdentityCalls calls;

    IdentityService(IdentityCalls calls) {
        this.calls = calls;
    }

    /** Verifies a password; {@code TOO_MANY_ATTEMPTS} and {@code SERVICE_UNAVAILABLE} come through as they are. */
    Uni<CredentialVerdict> verify(Credentials shown, String clientIp) {
        return calls.verify(new VerifyRequest(shown.email(), shown.userId(), shown.password(), shown.code(), clientIp))
                .onFailure()
                .transform(failure -> PeerFailure.of("identity-service", failure));
    }

    /** Verifies an FSD password; the client's address counts towards the throttle as in {@link #verify}. */
    Uni<FsdVerdict> verifyFsd(UserId userId, String password, String clientIp) {
        return calls.verifyFsd(new VerifyFsdRequest(userId.value(), password, clientIp))
                .onFailure()
                .transform(failure -> PeerFailure.of("identity-service", failure));
    }
}

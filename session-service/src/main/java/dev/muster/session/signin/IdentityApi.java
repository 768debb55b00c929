package dev.muster.session.signin;

import dev.muster.kit.id.UserId;
import dev.muster.kit.problem.Problem;
import dev.muster.kit.service.PeerFailure;
import dev.muster.kit.service.ToIdentity;
import io.quarkus.rest.client.reactive.ClientExceptionMapper;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** What session-service asks identity-service. */
@Path("/internal/credentials")
@RegisterRestClient(configKey = "identity-service")
@RegisterProvider(ToIdentity.class)
interface IdentityApi {

    /** The question, about an e-mail or a user id; its text never shows the password or the code. */
    record VerifyRequest(String email, UserId userId, String password, String code, String clientIp) {

        @Override
        public String toString() {
            return "VerifyRequest[email=" + email + ", userId=" + userId + "]";
        }
    }

    /** The question of an FSD sign-in; its text never shows the password. */
    record VerifyFsdRequest(long userId, String password, String network) {

        @Override
        public String toString() {
            return "VerifyFsdRequest[userId=" + userId + "]";
        }
    }

    @POST
    @Path("/verify")
    Uni<CredentialVerdict> verify(VerifyRequest request);

    @POST
    @Path("/verify-fsd")
    Uni<FsdVerdict> verifyFsd(VerifyFsdRequest request);

    /** A throttled attempt is an answer, so the circuit breaker must tell it from a failure. */
    @ClientExceptionMapper
    static RuntimeException throttled(Response answer) {
        return answer.getStatus() == Problem.TOO_MANY_ATTEMPTS.status()
                ? PeerFailure.of("identity-service", new WebApplicationException(answer))
                : null;
    }
}

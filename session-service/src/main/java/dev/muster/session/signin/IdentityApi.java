package dev.muster.session.signin;

import dev.muster.kit.service.ToIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** What session-service asks identity-service. */
@Path("/internal/credentials/verify")
@RegisterRestClient(configKey = "identity-service")
@RegisterProvider(ToIdentity.class)
interface IdentityApi {

    /** The question; its text never shows the password. */
    record VerifyRequest(String email, String password, String clientIp) {

        @Override
        public String toString() {
            return "VerifyRequest[email=" + email + "]";
        }
    }

    @POST
    Uni<CredentialVerdict> verify(VerifyRequest request);
}

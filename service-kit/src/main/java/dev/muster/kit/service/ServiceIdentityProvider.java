package dev.muster.kit.service;

import dev.muster.kit.access.Powers;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Knows peer services by their tokens. */
@ApplicationScoped
class ServiceIdentityProvider implements IdentityProvider<ServiceTokenRequest> {

    private final ServiceTokens tokens;

    ServiceIdentityProvider(ServiceTokens tokens) {
        this.tokens = tokens;
    }

    @Override
    public Class<ServiceTokenRequest> getRequestType() {
        return ServiceTokenRequest.class;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(ServiceTokenRequest request, AuthenticationRequestContext context) {
        return Uni.createFrom()
                .item(() -> tokens.verify(request.token())
                        .map(ServiceIdentityProvider::identity)
                        .orElseThrow(AuthenticationFailedException::new));
    }

    private static SecurityIdentity identity(String service) {
        return QuarkusSecurityIdentity.builder()
                .setPrincipal(new QuarkusPrincipal(service))
                .addRole(Powers.SERVICE)
                .build();
    }
}

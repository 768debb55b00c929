package dev.muster.identity.account;

import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.smallrye.mutiny.Uni;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Refuses whoever may not make users before their body is read, as every other endpoint does: who may depends on how
 * sign-up is configured, so no annotation says it.
 */
public class RequireSignUpAllowed {

    private final SignUp signUp;
    private final CurrentIdentityAssociation identity;

    RequireSignUpAllowed(SignUp signUp, CurrentIdentityAssociation identity) {
        this.signUp = signUp;
        this.identity = identity;
    }

    @MakesUsers
    @ServerRequestFilter
    public Uni<Void> refuse() {
        return identity.getDeferredIdentity()
                .map(SignUpResource::caller)
                .invoke(signUp::requireAllowed)
                .replaceWithVoid();
    }
}

package dev.muster.kit.service;

import jakarta.enterprise.context.ApplicationScoped;

/** Signs calls to identity-service. */
@ApplicationScoped
public class ToIdentity extends ServiceTokenFilter {

    public ToIdentity(ServiceTokens tokens) {
        super(tokens, "identity-service");
    }
}

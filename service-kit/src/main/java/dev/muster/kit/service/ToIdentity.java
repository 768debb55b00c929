package dev.muster.kit.service;

import jakarta.inject.Singleton;

/** Signs calls to identity-service. */
@Singleton
public class ToIdentity extends ServiceTokenFilter {

    public ToIdentity(ServiceTokens tokens) {
        super(tokens, "identity-service");
    }
}

package dev.muster.kit.service;

import jakarta.inject.Singleton;

/** Signs calls to session-service. */
@Singleton
public class ToSession extends ServiceTokenFilter {

    public ToSession(ServiceTokens tokens) {
        super(tokens, "session-service");
    }
}

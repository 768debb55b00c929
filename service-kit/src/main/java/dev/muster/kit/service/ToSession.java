package dev.muster.kit.service;

import jakarta.enterprise.context.ApplicationScoped;

/** Signs calls to session-service. */
@ApplicationScoped
public class ToSession extends ServiceTokenFilter {

    public ToSession(ServiceTokens tokens) {
        super(tokens, "session-service");
    }
}

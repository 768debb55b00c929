package dev.muster.kit.service;

import io.quarkus.security.identity.request.BaseAuthenticationRequest;

/** Asks who a service token belongs to. */
public class ServiceTokenRequest extends BaseAuthenticationRequest {

    private final String token;

    public ServiceTokenRequest(String token) {
        this.token = token;
    }

    String token() {
        return token;
    }
}

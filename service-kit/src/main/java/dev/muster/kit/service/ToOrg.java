package dev.muster.kit.service;

import jakarta.inject.Singleton;

/** Signs calls to org-service. */
@Singleton
public class ToOrg extends ServiceTokenFilter {

    public ToOrg(ServiceTokens tokens) {
        super(tokens, "org-service");
    }
}

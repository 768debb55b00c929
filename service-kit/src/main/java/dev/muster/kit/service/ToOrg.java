package dev.muster.kit.service;

import jakarta.enterprise.context.ApplicationScoped;

/** Signs calls to org-service. */
@ApplicationScoped
public class ToOrg extends ServiceTokenFilter {

    public ToOrg(ServiceTokens tokens) {
        super(tokens, "org-service");
    }
}

package dev.muster.kit.service;

import jakarta.enterprise.context.ApplicationScoped;

/** Signs calls to reference-data-service. */
@ApplicationScoped
public class ToReferenceData extends ServiceTokenFilter {

    public ToReferenceData(ServiceTokens tokens) {
        super(tokens, "reference-data-service");
    }
}

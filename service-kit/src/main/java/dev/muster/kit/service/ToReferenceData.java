package dev.muster.kit.service;

import jakarta.inject.Singleton;

/** Signs calls to reference-data-service. */
@Singleton
public class ToReferenceData extends ServiceTokenFilter {

    public ToReferenceData(ServiceTokens tokens) {
        super(tokens, "reference-data-service");
    }
}

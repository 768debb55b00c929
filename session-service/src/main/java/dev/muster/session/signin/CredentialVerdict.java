package dev.muster.session.signin;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

/** What identity-service says of an e-mail and a password. */
@JsonIgnoreProperties(ignoreUnknown = true)
record CredentialVerdict(
        boolean accepted,
        long userId,
        String email,
        boolean confirmed,
        boolean active,
        boolean api,
        int networkRating,
        int pilotRating,
        String twoFactor) {}

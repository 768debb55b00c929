package dev.muster.kit.access;

import dev.muster.kit.id.SessionId;
import dev.muster.kit.id.UserId;
import java.security.PublicKey;
import java.time.Instant;
import org.jose4j.jwt.JwtClaims;

/** What a token with a valid signature says. */
record VerifiedToken(
        UserId userId,
        SessionId sessionId,
        int generation,
        String keyId,
        PublicKey key,
        Instant expires,
        JwtClaims claims) {}

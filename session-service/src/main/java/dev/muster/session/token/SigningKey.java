package dev.muster.session.token;

import java.security.PrivateKey;
import java.time.Instant;
import org.jose4j.jwk.RsaJsonWebKey;

/** A signing key ready for use. */
record SigningKey(String id, Instant activeFrom, Instant createdAt, PrivateKey privateKey, RsaJsonWebKey publicKey) {}

package dev.muster.testkit.access;

import dev.muster.kit.access.LiveSession;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.lang.JoseException;

/** Signs users' tokens as session-service does, with a key of its own. */
public final class TestTokens {

    public static final String ISSUER = "http://muster.test";
    public static final String AUDIENCE = "muster";

    private static final int KEY_BITS = 2048;
    private static final Duration LIFETIME = Duration.ofDays(30);

    private final RsaJsonWebKey key;

    public TestTokens() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(KEY_BITS);
            KeyPair pair = generator.generateKeyPair();
            key = new RsaJsonWebKey((RSAPublicKey) pair.getPublic());
            key.setPrivateKey(pair.getPrivate());
            key.setKeyId("test-" + UUID.randomUUID());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The public half, as session-service publishes it. */
    public String jwks() {
        return new JsonWebKeySet(key).toJson(OutputControlLevel.PUBLIC_ONLY);
    }

    /** The key itself, for tests that forge tokens. */
    public RsaJsonWebKey key() {
        return key;
    }

    /** A good token of the session's present generation. */
    public String tokenOf(LiveSession session) {
        return sign(claimsOf(session), jws -> {});
    }

    /** The claims of a good token, to be bent by a test before signing. */
    public JwtClaims claimsOf(LiveSession session) {
        Instant now = Instant.now();
        JwtClaims claims = new JwtClaims();
        claims.setIssuer(ISSUER);
        claims.setAudience(AUDIENCE);
        claims.setSubject(session.userId().toString());
        claims.setIssuedAt(NumericDate.fromSeconds(now.getEpochSecond()));
        claims.setExpirationTime(NumericDate.fromSeconds(now.plus(LIFETIME).getEpochSecond()));
        claims.setClaim("sid", session.id().value());
        claims.setClaim("gen", session.generation());
        return claims;
    }

    /** Signs claims; the test may bend the header first. */
    public String sign(JwtClaims claims, Consumer<JsonWebSignature> bend) {
        JsonWebSignature jws = new JsonWebSignature();
        jws.setAlgorithmHeaderValue("RS256");
        jws.setKeyIdHeaderValue(key.getKeyId());
        jws.setKey(key.getPrivateKey());
        jws.setPayload(claims.toJson());
        bend.accept(jws);
        try {
            return jws.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Configuration that makes a service accept these tokens. */
    static Map<String, String> config() {
        return Map.of("muster.token.issuer", ISSUER, "muster.token.audience", AUDIENCE);
    }
}

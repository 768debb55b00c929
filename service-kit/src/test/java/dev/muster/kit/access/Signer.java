package dev.muster.kit.access;

import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.interfaces.RSAPublicKey;
import java.time.Clock;
import java.time.Instant;
import java.util.function.Consumer;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.lang.JoseException;

/** Signs tokens with one key, good ones and forged ones. */
final class Signer {

    static final String ISSUER = "https://muster.test";
    static final String AUDIENCE = "muster";
    static final TokenConfig CONFIG = new TokenConfig() {
        @Override
        public String issuer() {
            return ISSUER;
        }

        @Override
        public String audience() {
            return AUDIENCE;
        }
    };

    private final RsaJsonWebKey key;
    private final Clock clock;

    Signer(String keyId, Clock clock) {
        this.clock = clock;
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            KeyPair pair = generator.generateKeyPair();
            key = new RsaJsonWebKey((RSAPublicKey) pair.getPublic());
            key.setPrivateKey(pair.getPrivate());
            key.setKeyId(keyId);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    RsaJsonWebKey key() {
        return key;
    }

    /** The public halves of all given signers. */
    static String jwks(Signer... signers) {
        JsonWebKeySet set = new JsonWebKeySet();
        for (Signer signer : signers) {
            set.addJsonWebKey(signer.key);
        }
        return set.toJson(OutputControlLevel.PUBLIC_ONLY);
    }

    JwtClaims claims() {
        Instant now = clock.instant();
        JwtClaims claims = new JwtClaims();
        claims.setIssuer(ISSUER);
        claims.setAudience(AUDIENCE);
        claims.setSubject("100001");
        claims.setIssuedAt(NumericDate.fromSeconds(now.getEpochSecond()));
        claims.setExpirationTime(NumericDate.fromSeconds(now.getEpochSecond() + 3600));
        claims.setClaim("sid", "session-1");
        claims.setClaim("gen", 1);
        return claims;
    }

    String good() {
        return sign(claims -> {}, jws -> {});
    }

    String withClaims(Consumer<JwtClaims> bend) {
        return sign(bend, jws -> {});
    }

    String withHeader(Consumer<JsonWebSignature> bend) {
        return sign(claims -> {}, bend);
    }

    private String sign(Consumer<JwtClaims> bendClaims, Consumer<JsonWebSignature> bendHeader) {
        JwtClaims claims = claims();
        bendClaims.accept(claims);
        JsonWebSignature jws = new JsonWebSignature();
        jws.setAlgorithmConstraints(AlgorithmConstraints.NO_CONSTRAINTS);
        jws.setAlgorithmHeaderValue("RS256");
        jws.setKeyIdHeaderValue(key.getKeyId());
        jws.setKey(key.getPrivateKey());
        jws.setPayload(claims.toJson());
        bendHeader.accept(jws);
        try {
            return jws.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }
}

package dev.muster.session.token;

import jakarta.enterprise.context.ApplicationScoped;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.util.UUID;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.lang.JoseException;

/** Makes signing keys and reads stored ones: RSA with 2048 bits, the cheapest to verify (ADR 0003). */
@ApplicationScoped
class SigningKeyFactory {

    private static final String ALGORITHM = "RS256";
    private static final int BITS = 2048;

    private final PrivateKeyCipher cipher;

    SigningKeyFactory(PrivateKeyCipher cipher) {
        this.cipher = cipher;
    }

    SigningKeyRow make(Instant now, Instant activeFrom) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(BITS);
            KeyPair pair = generator.generateKeyPair();
            SigningKeyRow row = new SigningKeyRow();
            row.id = UUID.randomUUID().toString();
            row.publicKey = publicKey(row.id, (RSAPublicKey) pair.getPublic()).toJson(OutputControlLevel.PUBLIC_ONLY);
            row.privateKey = cipher.encrypt(row.id, pair.getPrivate().getEncoded());
            row.createdAt = now;
            row.activeFrom = activeFrom;
            return row;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("A signing key could not be made", e);
        }
    }

    private static RsaJsonWebKey publicKey(String id, RSAPublicKey key) {
        RsaJsonWebKey jwk = new RsaJsonWebKey(key);
        jwk.setKeyId(id);
        jwk.setAlgorithm(ALGORITHM);
        jwk.setUse("sig");
        return jwk;
    }

    SigningKey read(SigningKeyRow row) {
        try {
            PrivateKey privateKey = KeyFactory.getInstance("RSA")
                    .generatePrivate(new PKCS8EncodedKeySpec(cipher.decrypt(row.id, row.privateKey)));
            RsaJsonWebKey publicKey = (RsaJsonWebKey) JsonWebKey.Factory.newJwk(row.publicKey);
            return new SigningKey(row.id, row.activeFrom, row.createdAt, privateKey, publicKey);
        } catch (GeneralSecurityException | JoseException e) {
            throw new IllegalStateException("The signing key " + row.id + " cannot be read", e);
        }
    }
}

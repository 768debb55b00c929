package dev.muster.kit.access;

import jakarta.enterprise.context.ApplicationScoped;
import java.security.PublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.lang.JoseException;

/** The public keys that verify tokens, by key id; replaced as a whole whenever session-service says so. */
@ApplicationScoped
public class VerificationKeys {

    private volatile Map<String, PublicKey> keys = Map.of();

    /** The key of this id, if session-service publishes it. */
    public Optional<PublicKey> find(String keyId) {
        return Optional.ofNullable(keys.get(keyId));
    }

    /** Whether any token can be verified yet. */
    public boolean known() {
        return !keys.isEmpty();
    }

    /** Replaces all keys with those of a JSON Web Key Set. */
    public void replace(String jwks) {
        try {
            Map<String, PublicKey> read = new HashMap<>();
            for (JsonWebKey key : new JsonWebKeySet(jwks).getJsonWebKeys()) {
                if (key instanceof PublicJsonWebKey publicKey && publicKey.getPublicKey() instanceof RSAPublicKey rsa) {
                    read.put(key.getKeyId(), rsa);
                }
            }
            keys = Map.copyOf(read);
        } catch (JoseException e) {
            throw new IllegalArgumentException("This is not a JSON Web Key Set", e);
        }
    }
}

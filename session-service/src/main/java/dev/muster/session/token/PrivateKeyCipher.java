package dev.muster.session.token;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jboss.logging.Logger;

/** Encrypts private keys at rest with AES-256-GCM, bound to the key's id. */
@ApplicationScoped
class PrivateKeyCipher {

    private static final Logger LOG = Logger.getLogger(PrivateKeyCipher.class);
    private static final int KEY_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final SecretKeySpec key;
    private final SecureRandom random = new SecureRandom();

    PrivateKeyCipher(SigningConfig config) {
        this.key = new SecretKeySpec(decode(config.keyEncryptionKey()), "AES");
    }

    private static byte[] decode(String setting) {
        try {
            byte[] bytes = Base64.getDecoder().decode(setting);
            if (bytes.length == KEY_BYTES) {
                return bytes;
            }
        } catch (IllegalArgumentException e) {
            LOG.debug("Not base64", e);
        }
        throw new IllegalStateException(
                "muster.signing.key-encryption-key must be base64 of " + KEY_BYTES + " random bytes");
    }

    /** A service whose key cannot work does not start. */
    void check(@Observes StartupEvent started) {
        LOG.debug("The key for signing keys has the right form");
    }

    String encrypt(String keyId, byte[] privateKey) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        byte[] sealed = run(Cipher.ENCRYPT_MODE, keyId, nonce, privateKey);
        return Base64.getEncoder()
                .encodeToString(ByteBuffer.allocate(NONCE_BYTES + sealed.length)
                        .put(nonce)
                        .put(sealed)
                        .array());
    }

    byte[] decrypt(String keyId, String stored) {
        ByteBuffer buffer = ByteBuffer.wrap(Base64.getDecoder().decode(stored));
        byte[] nonce = new byte[NONCE_BYTES];
        buffer.get(nonce);
        byte[] sealed = new byte[buffer.remaining()];
        buffer.get(sealed);
        return run(Cipher.DECRYPT_MODE, keyId, nonce, sealed);
    }

    private byte[] run(int mode, String keyId, byte[] nonce, byte[] input) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(keyId.getBytes(StandardCharsets.UTF_8));
            return cipher.doFinal(input);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(
                    "A signing key cannot be read: muster.signing.key-encryption-key is not the one it was stored with",
                    e);
        }
    }
}

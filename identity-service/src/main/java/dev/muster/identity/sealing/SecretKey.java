package dev.muster.identity.sealing;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Seals texts with AES-256-GCM and hashes guessable ones with HMAC-SHA-256, each with a key of its own that is derived from
 * {@code muster.identity.secret-key}.
 */
@ApplicationScoped
public class SecretKey {

    private static final int KEY_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final String HMAC = "HmacSHA256";

    private final SecretKeySpec sealing;
    private final SecretKeySpec hashing;
    private final SecureRandom random = new SecureRandom();

    SecretKey(SecretKeyConfig config) {
        byte[] master = Base64.getDecoder().decode(config.secretKey());
        if (master.length != KEY_BYTES) {
            throw new IllegalStateException("muster.identity.secret-key must hold " + KEY_BYTES + " bytes");
        }
        SecretKeySpec source = new SecretKeySpec(master, HMAC);
        this.sealing = new SecretKeySpec(hmac(source, "muster sealing"), "AES");
        this.hashing = new SecretKeySpec(hmac(source, "muster hashing"), HMAC);
    }

    /** The text as only this service reads it; it opens for the same purpose and nothing else. */
    public String seal(String purpose, String text) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        byte[] sealed = run(Cipher.ENCRYPT_MODE, purpose, nonce, text.getBytes(StandardCharsets.UTF_8));
        ByteBuffer whole = ByteBuffer.allocate(NONCE_BYTES + sealed.length);
        return Base64.getEncoder().encodeToString(whole.put(nonce).put(sealed).array());
    }

    /** What was sealed for this purpose. */
    public String open(String purpose, String sealed) {
        ByteBuffer whole = ByteBuffer.wrap(Base64.getDecoder().decode(sealed));
        byte[] nonce = new byte[NONCE_BYTES];
        whole.get(nonce);
        byte[] rest = new byte[whole.remaining()];
        whole.get(rest);
        return new String(run(Cipher.DECRYPT_MODE, purpose, nonce, rest), StandardCharsets.UTF_8);
    }

    /** A hash that nobody can compute, or find the text of by trying, without the key. */
    public byte[] hash(String purpose, String text) {
        return hmac(hashing, purpose + '\n' + text);
    }

    private byte[] run(int mode, String purpose, byte[] nonce, byte[] input) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, sealing, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(purpose.getBytes(StandardCharsets.UTF_8));
            return cipher.doFinal(input);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(
                    "A sealed text cannot be read: muster.identity.secret-key is not the one it was sealed with", e);
        }
    }

    private static byte[] hmac(SecretKeySpec key, String text) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(key);
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has " + HMAC, e);
        }
    }
}

package dev.muster.identity.throttle;

import dev.muster.identity.EmailAddress;
import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * What attempts are counted by. Addresses are hashed, so that those which people mistype are not stored; whatever is
 * counted exists or not.
 */
public final class AccountKey {

    /** No address has a NUL in its normal form, so none is ever counted together with a network id. */
    private static final String FSD = "\0fsd:";

    private final Buffer bytes;

    private AccountKey(String text) {
        this.bytes = Buffer.buffer(sha256(text));
    }

    public static AccountKey of(EmailAddress email) {
        return new AccountKey(email.key());
    }

    /** The FSD password of a network id; it opens nothing else, so it is counted apart from the account's. */
    public static AccountKey ofFsd(long cid) {
        return new AccountKey(FSD + cid);
    }

    Buffer bytes() {
        return bytes;
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}

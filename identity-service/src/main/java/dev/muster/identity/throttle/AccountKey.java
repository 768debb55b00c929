package dev.muster.identity.throttle;

import dev.muster.identity.EmailAddress;
import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** Names an address in the counts without storing the addresses that people mistype. */
final class AccountKey {

    private AccountKey() {}

    static Buffer of(EmailAddress email) {
        try {
            return Buffer.buffer(
                    MessageDigest.getInstance("SHA-256").digest(email.key().getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}

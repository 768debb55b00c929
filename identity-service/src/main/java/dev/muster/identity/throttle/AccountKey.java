package dev.muster.identity.throttle;

import dev.muster.identity.EmailAddress;
import dev.muster.identity.UserRow;
import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * What attempts are counted by. Addresses are hashed, so that those which people mistype are not stored; whatever is
 * counted exists or not.
 */
public final class AccountKey {

    /** No address has a NUL in its normal form, so none is ever counted together with an id. */
    private static final String FSD = "\0fsd:";

    private static final String USER = "\0user:";

    private final Buffer bytes;

    private AccountKey(String text) {
        this.bytes = Buffer.buffer(sha256(text));
    }

    public static AccountKey of(EmailAddress email) {
        return new AccountKey(email.key());
    }

    /** The account of a person, whether they have an address or not. */
    public static AccountKey of(UserRow user) {
        return ofUser(user.id, user.emailKey);
    }

    /**
     * The account with this id. Where it has an address that counts, so that trying the address and trying the id are
     * trying one account; without one (null), and for an id that nobody has, the id does.
     */
    public static AccountKey ofUser(long id, String emailKey) {
        return new AccountKey(emailKey == null ? USER + id : emailKey);
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

package dev.muster.identity.hashing;

import dev.muster.identity.Password;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.SCrypt;

/**
 * A scrypt hash: as a PHC string or of passlib ({@code $scrypt$ln=17,r=8,p=1$salt$hash}), or of Lambdaworks
 * ({@code $s0$<parameters in hexadecimal>$salt$hash}).
 */
final class ScryptHash implements StoredHash {

    private static final Pattern MODULAR = Pattern.compile("\\$scrypt\\$ln=(\\d{1,2}),r=(\\d{1,2}),p=(\\d{1,2})"
            + "\\$([A-Za-z0-9+/.]{10,90})\\$([A-Za-z0-9+/.]{20,90})");
    private static final Pattern LAMBDAWORKS =
            Pattern.compile("\\$s0\\$([0-9a-f]{5,8})\\$([A-Za-z0-9+/]{10,90}={0,2})\\$([A-Za-z0-9+/]{20,90}={0,2})");

    private static final int HEXADECIMAL = 16;
    private static final long BYTES_PER_BLOCK = 128;
    private static final long MOST_MEMORY = 256L * 1024 * 1024;
    private static final int MOST_LOG_COST = 20;
    private static final int MOST_BLOCK_SIZE = 32;
    private static final int MOST_PARALLELISM = 16;

    private final int cost;
    private final int blockSize;
    private final int parallelism;
    private final byte[] salt;
    private final byte[] hash;

    private ScryptHash(int cost, int blockSize, int parallelism, byte[] salt, byte[] hash) {
        this.cost = cost;
        this.blockSize = blockSize;
        this.parallelism = parallelism;
        this.salt = salt;
        this.hash = hash;
    }

    static Optional<ScryptHash> parse(String encoded) {
        Matcher modular = MODULAR.matcher(encoded);
        if (modular.matches()) {
            return bounded(
                    Integer.parseInt(modular.group(1)),
                    Integer.parseInt(modular.group(2)),
                    Integer.parseInt(modular.group(3)),
                    Bytes.fromAdaptedBase64(modular.group(4)),
                    Bytes.fromAdaptedBase64(modular.group(5)));
        }
        Matcher lambdaworks = LAMBDAWORKS.matcher(encoded);
        if (lambdaworks.matches()) {
            long packed = Long.parseLong(lambdaworks.group(1), HEXADECIMAL);
            return bounded(
                    (int) (packed >> 16),
                    (int) (packed >> 8 & 0xff),
                    (int) (packed & 0xff),
                    Bytes.fromBase64(lambdaworks.group(2)),
                    Bytes.fromBase64(lambdaworks.group(3)));
        }
        return Optional.empty();
    }

    private static Optional<ScryptHash> bounded(int logCost, int blockSize, int parallelism, byte[] salt, byte[] hash) {
        boolean acceptable = logCost >= 1
                && logCost <= MOST_LOG_COST
                && blockSize >= 1
                && blockSize <= MOST_BLOCK_SIZE
                && parallelism >= 1
                && parallelism <= MOST_PARALLELISM
                && (1L << logCost) * blockSize * BYTES_PER_BLOCK * parallelism <= MOST_MEMORY
                && Bytes.isSalt(salt)
                && Bytes.isHash(hash);
        return acceptable
                ? Optional.of(new ScryptHash(1 << logCost, blockSize, parallelism, salt, hash))
                : Optional.empty();
    }

    @Override
    public boolean matches(Password password) {
        byte[] computed = SCrypt.generate(password.bytes(), salt, cost, blockSize, parallelism, hash.length);
        return MessageDigest.isEqual(computed, hash);
    }
}

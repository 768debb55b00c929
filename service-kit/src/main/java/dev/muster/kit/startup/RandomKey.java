package dev.muster.kit.startup;

import java.util.Base64;
import java.util.Optional;

/** Tells whether a secret can be what it has to be: base64 of at least 32 random bytes. */
final class RandomKey {

    private static final int SHORTEST_BYTES = 32;

    /** 32 random bytes have 30 different values on average, and fewer than 16 once in 10^13 keys. */
    private static final int FEWEST_DIFFERENT_BYTES = 16;

    private RandomKey() {}

    /** What is wrong with it; empty for a key that looks random. */
    static Optional<String> fault(String secret) {
        byte[] bytes;
        try {
            bytes = Base64.getDecoder().decode(secret);
        } catch (IllegalArgumentException e) {
            return Optional.of("is not base64");
        }
        if (bytes.length < SHORTEST_BYTES) {
            return Optional.of("holds fewer than " + SHORTEST_BYTES + " bytes");
        }
        if (differentValues(bytes) < FEWEST_DIFFERENT_BYTES) {
            return Optional.of("repeats few bytes and is not random");
        }
        if (isText(bytes)) {
            return Optional.of("is a text and not random, as secrets of tests and examples are");
        }
        return Optional.empty();
    }

    private static long differentValues(byte[] bytes) {
        boolean[] seen = new boolean[256];
        long count = 0;
        for (byte value : bytes) {
            count += seen[value & 0xff] ? 0 : 1;
            seen[value & 0xff] = true;
        }
        return count;
    }

    /** True for a random key once in 10^13. */
    private static boolean isText(byte[] bytes) {
        for (byte value : bytes) {
            if (value < ' ' || value > '~') {
                return false;
            }
        }
        return true;
    }
}

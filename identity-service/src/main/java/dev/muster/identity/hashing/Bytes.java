package dev.muster.identity.hashing;

import java.util.Base64;

/** The variants of base64 in which hash formats write salts and hashes. */
final class Bytes {

    /** Bounds of what any format may carry; RFC 9106 recommends 16 bytes of salt and 32 of hash. */
    private static final int SHORTEST_SALT = 8;

    private static final int LONGEST_SALT = 64;
    private static final int SHORTEST_HASH = 16;
    private static final int LONGEST_HASH = 64;

    private Bytes() {}

    /** Standard alphabet, with or without padding. */
    static byte[] fromBase64(String encoded) {
        return Base64.getDecoder().decode(encoded);
    }

    /** The "adapted" alphabet of passlib: a dot where the standard has a plus. */
    static byte[] fromAdaptedBase64(String encoded) {
        return fromBase64(encoded.replace('.', '+'));
    }

    static String toBase64(byte[] bytes) {
        return Base64.getEncoder().withoutPadding().encodeToString(bytes);
    }

    static boolean isSalt(byte[] salt) {
        return salt.length >= SHORTEST_SALT && salt.length <= LONGEST_SALT;
    }

    static boolean isHash(byte[] hash) {
        return hash.length >= SHORTEST_HASH && hash.length <= LONGEST_HASH;
    }
}

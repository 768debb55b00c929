package dev.muster.identity.hashing;

import dev.muster.identity.Password;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/** An Argon2 hash as a PHC string: {@code $argon2id$v=19$m=7168,t=5,p=1$<salt>$<hash>}; without a version it is 1.0. */
final class Argon2Hash implements StoredHash {

    private static final int HASH_LENGTH = 32;
    private static final int OLD_VERSION = Argon2Parameters.ARGON2_VERSION_10;
    private static final int PRESENT_VERSION = Argon2Parameters.ARGON2_VERSION_13;

    private static final Pattern FORMAT = Pattern.compile("\\$argon2(id|i|d)(?:\\$v=(16|19))?"
            + "\\$m=(\\d{1,7}),t=(\\d{1,3}),p=(\\d{1,3})\\$([A-Za-z0-9+/]{10,90})\\$([A-Za-z0-9+/]{20,90})");

    private final String type;
    private final int version;
    private final Argon2Cost cost;
    private final byte[] salt;
    private final byte[] hash;

    private Argon2Hash(String type, int version, Argon2Cost cost, byte[] salt, byte[] hash) {
        this.type = type;
        this.version = version;
        this.cost = cost;
        this.salt = salt;
        this.hash = hash;
    }

    /** Hashes a password as we do now. */
    static Argon2Hash of(Password password, Argon2Cost cost, byte[] salt) {
        return new Argon2Hash("id", PRESENT_VERSION, cost, salt, compute("id", PRESENT_VERSION, cost, salt, password));
    }

    /** A hash that no password has; checking one against it takes as long as against any other. */
    static Argon2Hash unmatched(Argon2Cost cost) {
        return new Argon2Hash("id", PRESENT_VERSION, cost, new byte[16], new byte[HASH_LENGTH]);
    }

    static Optional<Argon2Hash> parse(String encoded) {
        Matcher parts = FORMAT.matcher(encoded);
        if (!parts.matches()) {
            return Optional.empty();
        }
        Argon2Cost cost = new Argon2Cost(
                Integer.parseInt(parts.group(3)), Integer.parseInt(parts.group(4)), Integer.parseInt(parts.group(5)));
        byte[] salt = Bytes.fromBase64(parts.group(6));
        byte[] hash = Bytes.fromBase64(parts.group(7));
        if (!cost.isWithinBounds() || !Bytes.isSalt(salt) || !Bytes.isHash(hash)) {
            return Optional.empty();
        }
        int version = parts.group(2) == null ? OLD_VERSION : Integer.parseInt(parts.group(2));
        return Optional.of(new Argon2Hash(parts.group(1), version, cost, salt, hash));
    }

    String encode() {
        return "$argon2" + type + "$v=" + version + "$m=" + cost.memoryKib() + ",t=" + cost.iterations() + ",p="
                + cost.parallelism() + "$" + Bytes.toBase64(salt) + "$" + Bytes.toBase64(hash);
    }

    @Override
    public boolean matches(Password password) {
        byte[] computed = new byte[hash.length];
        generator(type, version, cost, salt).generateBytes(password.bytes(), computed);
        return MessageDigest.isEqual(computed, hash);
    }

    @Override
    public boolean isAsGoodAs(Argon2Cost wanted) {
        return type.equals("id") && version == PRESENT_VERSION && cost.isAtLeast(wanted) && hash.length >= HASH_LENGTH;
    }

    private static byte[] compute(String type, int version, Argon2Cost cost, byte[] salt, Password password) {
        byte[] computed = new byte[HASH_LENGTH];
        generator(type, version, cost, salt).generateBytes(password.bytes(), computed);
        return computed;
    }

    private static Argon2BytesGenerator generator(String type, int version, Argon2Cost cost, byte[] salt) {
        Argon2BytesGenerator generator = new Argon2BytesGenerator();
        generator.init(new Argon2Parameters.Builder(typeCode(type))
                .withVersion(version)
                .withMemoryAsKB(cost.memoryKib())
                .withIterations(cost.iterations())
                .withParallelism(cost.parallelism())
                .withSalt(salt)
                .build());
        return generator;
    }

    private static int typeCode(String type) {
        return switch (type) {
            case "i" -> Argon2Parameters.ARGON2_i;
            case "d" -> Argon2Parameters.ARGON2_d;
            default -> Argon2Parameters.ARGON2_id;
        };
    }
}

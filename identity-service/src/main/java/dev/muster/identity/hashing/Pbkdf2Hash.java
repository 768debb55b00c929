package dev.muster.identity.hashing;

import dev.muster.identity.Password;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.generators.PKCS5S2ParametersGenerator;
import org.bouncycastle.crypto.params.KeyParameter;

/**
 * A PBKDF2-HMAC-SHA256 hash: of passlib ({@code $pbkdf2-sha256$29000$salt$hash}), as a PHC string
 * ({@code $pbkdf2-sha256$i=600000,l=32$salt$hash}) or of Django ({@code pbkdf2_sha256$600000$salt$hash}).
 */
final class Pbkdf2Hash implements StoredHash {

    private static final Pattern MODULAR = Pattern.compile(
            "\\$pbkdf2-sha256\\$(?:i=)?(\\d{1,8})(?:,l=\\d{1,3})?\\$([A-Za-z0-9+./]{10,90})\\$([A-Za-z0-9+./]{20,90})");
    private static final Pattern DJANGO =
            Pattern.compile("pbkdf2_sha256\\$(\\d{1,8})\\$([A-Za-z0-9]{8,64})\\$([A-Za-z0-9+/]{20,90}={0,2})");

    private static final int MOST_ITERATIONS = 2_000_000;
    private static final int BITS = 8;

    private final int iterations;
    private final byte[] salt;
    private final byte[] hash;

    private Pbkdf2Hash(int iterations, byte[] salt, byte[] hash) {
        this.iterations = iterations;
        this.salt = salt;
        this.hash = hash;
    }

    static Optional<Pbkdf2Hash> parse(String encoded) {
        Matcher modular = MODULAR.matcher(encoded);
        if (modular.matches()) {
            return bounded(
                    modular.group(1),
                    Bytes.fromAdaptedBase64(modular.group(2)),
                    Bytes.fromAdaptedBase64(modular.group(3)));
        }
        Matcher django = DJANGO.matcher(encoded);
        if (django.matches()) {
            return bounded(
                    django.group(1),
                    django.group(2).getBytes(StandardCharsets.US_ASCII),
                    Bytes.fromBase64(django.group(3)));
        }
        return Optional.empty();
    }

    private static Optional<Pbkdf2Hash> bounded(String rounds, byte[] salt, byte[] hash) {
        int iterations = Integer.parseInt(rounds);
        boolean acceptable =
                iterations >= 1 && iterations <= MOST_ITERATIONS && Bytes.isSalt(salt) && Bytes.isHash(hash);
        return acceptable ? Optional.of(new Pbkdf2Hash(iterations, salt, hash)) : Optional.empty();
    }

    @Override
    public boolean matches(Password password) {
        PKCS5S2ParametersGenerator generator = new PKCS5S2ParametersGenerator(SHA256Digest.newInstance());
        generator.init(password.bytes(), salt, iterations);
        KeyParameter derived = (KeyParameter) generator.generateDerivedMacParameters(hash.length * BITS);
        return MessageDigest.isEqual(derived.getKey(), hash);
    }
}

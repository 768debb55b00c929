package dev.muster.identity.hashing;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Reads every format of stored hash that Muster verifies; one whose parameters are out of bounds is not read. */
final class StoredHashes {

    private static final List<Function<String, Optional<? extends StoredHash>>> FORMATS =
            List.of(Argon2Hash::parse, BcryptHash::parse, Pbkdf2Hash::parse, ScryptHash::parse);

    private StoredHashes() {}

    static Optional<StoredHash> parse(String encoded) {
        return FORMATS.stream()
                .map(format -> parse(format, encoded))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<StoredHash> parse(Function<String, Optional<? extends StoredHash>> format, String encoded) {
        try {
            return format.apply(encoded).map(StoredHash.class::cast);
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }
}

package dev.muster.identity.hashing;

import dev.muster.identity.Password;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.OpenBSDBCrypt;

/** A bcrypt hash: {@code $2b$12$<22 characters of salt><31 of hash>}; like bcrypt itself it reads 72 bytes at most. */
final class BcryptHash implements StoredHash {

    private static final Pattern FORMAT = Pattern.compile("\\$2[aby]\\$(\\d{2})\\$[./A-Za-z0-9]{53}");
    private static final int LEAST_COST = 4;
    private static final int MOST_COST = 15;

    private final String encoded;

    private BcryptHash(String encoded) {
        this.encoded = encoded;
    }

    static Optional<BcryptHash> parse(String encoded) {
        Matcher parts = FORMAT.matcher(encoded);
        if (!parts.matches()) {
            return Optional.empty();
        }
        int cost = Integer.parseInt(parts.group(1));
        return cost < LEAST_COST || cost > MOST_COST ? Optional.empty() : Optional.of(new BcryptHash(encoded));
    }

    @Override
    public boolean matches(Password password) {
        return OpenBSDBCrypt.checkPassword(encoded, password.bytes());
    }
}

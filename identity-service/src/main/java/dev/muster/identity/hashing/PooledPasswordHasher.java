package dev.muster.identity.hashing;

import dev.muster.identity.Password;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Makes Argon2id hashes with Bouncy Castle on the hashing pool and checks those of any format. */
@ApplicationScoped
class PooledPasswordHasher implements PasswordHasher {

    private static final Logger LOG = Logger.getLogger(PooledPasswordHasher.class);

    /** RFC 9106, 3.1: 16 bytes are recommended for password hashing. */
    private static final int SALT_LENGTH = 16;

    private final HashingPool pool;
    private final Argon2Cost cost;
    private final StoredHash nothing;
    private final SecureRandom random = new SecureRandom();

    PooledPasswordHasher(HashingPool pool, HashingConfig config) {
        this.pool = pool;
        this.cost = config.cost();
        this.nothing = Argon2Hash.unmatched(cost);
    }

    @Override
    public Uni<String> hash(Password password) {
        return pool.run(() -> Argon2Hash.of(password, cost, salt()).encode());
    }

    @Override
    public Uni<Verdict> check(Password password, String stored) {
        Optional<StoredHash> hash = StoredHashes.parse(stored);
        if (hash.isEmpty()) {
            LOG.error("A stored password hash cannot be read; its owner cannot sign in until the password is reset");
            return checkAgainstNothing(password);
        }
        return pool.run(() -> check(password, hash.get()));
    }

    private Verdict check(Password password, StoredHash hash) {
        if (!hash.matches(password)) {
            return Verdict.WRONG;
        }
        return hash.isAsGoodAs(cost) ? Verdict.RIGHT : Verdict.RIGHT_BUT_WEAK;
    }

    @Override
    public Uni<Verdict> checkAgainstNothing(Password password) {
        return pool.run(() -> {
            nothing.matches(password);
            return Verdict.WRONG;
        });
    }

    @Override
    public boolean isReadable(String stored) {
        return StoredHashes.parse(stored).isPresent();
    }

    private byte[] salt() {
        byte[] salt = new byte[SALT_LENGTH];
        random.nextBytes(salt);
        return salt;
    }
}

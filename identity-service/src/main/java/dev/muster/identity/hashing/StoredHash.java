package dev.muster.identity.hashing;

import dev.muster.identity.Password;

/** A hash as it was stored, in whatever format. */
interface StoredHash {

    /** Whether this is a hash of the password; takes as long as the hash was made to take, and constant time to compare. */
    boolean matches(Password password);

    /** Whether this is as good as a hash that we would make now. */
    default boolean isAsGoodAs(Argon2Cost cost) {
        return false;
    }
}

package dev.muster.identity.hashing;

import dev.muster.identity.Password;
import io.smallrye.mutiny.Uni;

/**
 * Hashes and checks passwords without blocking the caller. Every method fails with {@code SERVICE_UNAVAILABLE} when more
 * hashes wait than the queue holds.
 */
public interface PasswordHasher {

    /** A new hash of the password, to be stored. */
    Uni<String> hash(Password password);

    /** What the password is to a stored hash; one that cannot be read is matched by no password. */
    Uni<Verdict> check(Password password, String stored);

    /** Always {@link Verdict#WRONG}, after the time that checking a hash of ours takes. */
    Uni<Verdict> checkAgainstNothing(Password password);

    /** Whether this is a hash that can be checked here, in a known format and with bounded parameters. */
    boolean isReadable(String stored);
}

package dev.muster.session;

import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.time.Instant;

/** Makes session ids: ULIDs, 48 bits of milliseconds and 80 random bits in Crockford's base 32, sortable by time. */
@ApplicationScoped
public class SessionIds {

    private static final char[] ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ".toCharArray();
    private static final int TIME_CHARACTERS = 10;
    private static final int RANDOM_CHARACTERS = 16;
    private static final int BITS_PER_CHARACTER = 5;

    private final SecureRandom random = new SecureRandom();

    /** A new id, 26 characters. */
    public String next(Instant now) {
        char[] id = new char[TIME_CHARACTERS + RANDOM_CHARACTERS];
        long time = now.toEpochMilli();
        for (int i = TIME_CHARACTERS - 1; i >= 0; i--) {
            id[i] = ALPHABET[(int) (time & (ALPHABET.length - 1))];
            time >>>= BITS_PER_CHARACTER;
        }
        for (int i = TIME_CHARACTERS; i < id.length; i++) {
            id[i] = ALPHABET[random.nextInt(ALPHABET.length)];
        }
        return new String(id);
    }
}

package dev.muster.session;

import dev.muster.kit.id.SessionId;
import dev.muster.kit.problem.Problem;
import dev.muster.kit.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.regex.Pattern;

/** Makes session ids: ULIDs, 48 bits of milliseconds and 80 random bits in Crockford's base 32, sortable by time. */
@ApplicationScoped
public class SessionIds {

    private static final char[] ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ".toCharArray();
    private static final int TIME_CHARACTERS = 10;
    private static final int RANDOM_CHARACTERS = 16;
    private static final int BITS_PER_CHARACTER = 5;
    private static final Pattern SHAPE = Pattern.compile("[0-7][0-9A-HJKMNP-TV-Z]{25}");

    private final SecureRandom random = new SecureRandom();

    /** The id in a path; what no session can be called is {@link Problem#SESSION_NOT_FOUND} like an unknown one. */
    public static SessionId parse(String text) {
        if (!SHAPE.matcher(text).matches()) {
            throw new ProblemException(Problem.SESSION_NOT_FOUND);
        }
        return new SessionId(text);
    }

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

package dev.muster.identity.policy;

import com.nulabinc.zxcvbn.Zxcvbn;
import dev.muster.identity.Password;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;

/** Estimates how many guesses a password takes, from dictionaries, keyboards, dates and repetitions (zxcvbn). */
@ApplicationScoped
class GuessablePasswords {

    /** Estimating takes time with the square of the length and more; a strong beginning makes a strong password. */
    private static final int LONGEST_ESTIMATED = 64;

    /** Powers of ten: beyond what can be guessed online, with and without a second factor (zxcvbn's scores 3 and 2). */
    private static final double FEWEST_GUESSES = 8;

    private static final double FEWEST_GUESSES_WITH_SECOND_FACTOR = 6;

    private final Zxcvbn zxcvbn = new Zxcvbn();

    boolean contains(Password password, PasswordOwner owner) {
        String text = password.text();
        int end = text.offsetByCodePoints(0, Math.min(LONGEST_ESTIMATED, password.length()));
        double guesses =
                zxcvbn.measure(text.substring(0, end), knownWords(owner)).getGuessesLog10();
        return guesses < (owner.secondFactor() ? FEWEST_GUESSES_WITH_SECOND_FACTOR : FEWEST_GUESSES);
    }

    private static List<String> knownWords(PasswordOwner owner) {
        List<String> words = new ArrayList<>(owner.names());
        words.addAll(owner.organizations());
        words.add(owner.email().key());
        words.add(owner.email().localPart());
        words.add("muster");
        return words;
    }
}

package dev.muster.identity.policy;

import java.text.Normalizer;
import java.util.Locale;

/** Text as one who guesses sees it: without case, accents, punctuation and the usual digits for letters. */
final class Simplified {

    private static final String DISGUISES = "0134578@$!|";
    private static final String LETTERS = "oieastbasil";

    private Simplified() {}

    static String of(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
        StringBuilder simplified = new StringBuilder(plain.length());
        plain.codePoints()
                .map(Simplified::undisguise)
                .filter(Character::isLetterOrDigit)
                .forEach(simplified::appendCodePoint);
        return simplified.toString();
    }

    private static int undisguise(int character) {
        int at = DISGUISES.indexOf(character);
        return at < 0 ? character : LETTERS.charAt(at);
    }
}

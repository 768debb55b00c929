package dev.muster.identity.policy;

import dev.muster.identity.Password;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Finds passwords that are little more than a name which a guesser knows: of the product, an organization, the person. */
final class DerivedPasswords {

    private static final String PRODUCT = "muster";

    /** Shorter words are parts of too many others. */
    private static final int SHORTEST_WORD = 4;

    /** What must remain of a password beside such a word: as much as a whole password beside a second factor. */
    private static final int SHORTEST_REST = 8;

    /** A year, twice, is little too. */
    private static final int FEWEST_DIFFERENT = 5;

    private DerivedPasswords() {}

    static Optional<Refusal> check(Password password, PasswordOwner owner) {
        String simplified = Simplified.of(password.text());
        for (Map.Entry<String, String> word : wordsOf(owner).entrySet()) {
            if (simplified.contains(word.getKey()) && isLittle(simplified.replace(word.getKey(), ""))) {
                return Optional.of(new Refusal("derived", "This password is little more than " + word.getValue()));
            }
        }
        return Optional.empty();
    }

    private static boolean isLittle(String rest) {
        return rest.length() < SHORTEST_REST || rest.chars().distinct().count() < FEWEST_DIFFERENT;
    }

    /** What a guesser knows, and how to call it. */
    private static Map<String, String> wordsOf(PasswordOwner owner) {
        Map<String, String> words = new LinkedHashMap<>();
        add(words, PRODUCT, "the name of this product");
        owner.organizations().forEach(name -> addWithParts(words, name, "your organization's name"));
        addWithParts(words, owner.email().localPart(), "your e-mail address");
        addWithParts(words, owner.email().domain(), "your e-mail address");
        add(words, owner.email().key(), "your e-mail address");
        add(words, String.join("", owner.names()), "your name");
        owner.names().forEach(name -> add(words, name, "your name"));
        return words;
    }

    private static void addWithParts(Map<String, String> words, String text, String called) {
        add(words, text, called);
        Arrays.stream(text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+", -1))
                .forEach(part -> add(words, part, called));
    }

    private static void add(Map<String, String> words, String text, String called) {
        String word = Simplified.of(text);
        if (word.length() >= SHORTEST_WORD) {
            words.putIfAbsent(word, called);
        }
    }
}

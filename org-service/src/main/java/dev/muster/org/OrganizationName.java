package dev.muster.org;

import dev.muster.kit.problem.ProblemException;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** What people call an organization: 1 to 100 characters on one line, in any script. */
public record OrganizationName(String value) {

    private static final int LONGEST = 100;

    /** Longer text is too long in any composition; normalising it could take seconds. */
    private static final int LONGEST_TYPED = 8 * LONGEST;

    private static final int LONGEST_SLUG_WORDS = 100;
    private static final Pattern NOT_IN_SLUGS = Pattern.compile("[^a-z0-9]+");
    private static final Pattern ACCENTS = Pattern.compile("\\p{M}+");

    /** Reads a field of a request; what cannot be a name is invalid input at the pointer. */
    public static OrganizationName of(String text, String pointer) {
        if (text != null && text.length() > LONGEST_TYPED) {
            throw tooLong(pointer);
        }
        String name = text == null ? "" : Normalizer.normalize(text.strip(), Normalizer.Form.NFC);
        if (name.isEmpty()) {
            throw ProblemException.invalid(pointer, "required", "An organization has a name");
        }
        if (name.codePointCount(0, name.length()) > LONGEST) {
            throw tooLong(pointer);
        }
        if (name.codePoints().anyMatch(OrganizationName::isNoText)) {
            throw ProblemException.invalid(pointer, "invalid_value", "A name has no control characters");
        }
        return new OrganizationName(name);
    }

    private static ProblemException tooLong(String pointer) {
        return ProblemException.invalid(pointer, "too_long", "A name has at most " + LONGEST + " characters");
    }

    private static boolean isNoText(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE,
                    Character.UNASSIGNED,
                    Character.PRIVATE_USE -> true;
            default -> false;
        };
    }

    /** The name for addresses; the id at its end makes it unique. */
    public String slug(long id) {
        String plain = ACCENTS.matcher(Normalizer.normalize(value, Normalizer.Form.NFKD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
        String words = NOT_IN_SLUGS.matcher(plain).replaceAll("-");
        String trimmed =
                words.substring(0, Math.min(words.length(), LONGEST_SLUG_WORDS)).replaceAll("^-+|-+$", "");
        return (trimmed.isEmpty() ? "organization" : trimmed) + "-" + id;
    }
}

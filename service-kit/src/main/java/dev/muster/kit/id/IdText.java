package dev.muster.kit.id;

import java.util.Optional;
import java.util.regex.Pattern;

/** A person's or an organization's id as text: plain digits, no leading zero, at most 18 of them so that each is a long. */
public final class IdText {

    /** For the patterns of paths and of longer texts. */
    public static final String PATTERN = "[1-9][0-9]{0,17}";

    private static final Pattern ID = Pattern.compile(PATTERN);

    private IdText() {}

    /** The id that this is the text of; empty for what is none, and for null. */
    public static Optional<Long> parse(String text) {
        return isId(text) ? Optional.of(Long.parseLong(text)) : Optional.empty();
    }

    /** Whether this is the text of an id; null is not. */
    public static boolean isId(String text) {
        return text != null && ID.matcher(text).matches();
    }
}

package dev.muster.identity.company;

import dev.muster.identity.wire.PrintableText;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/**
 * Where a search stands: behind this name or address of this person.
 *
 * @param term empty before the first
 */
public record SearchPosition(String term, long userId) {

    public static final SearchPosition START = new SearchPosition("", 0);

    /** Reads what {@link #text()} wrote; empty for anything else. */
    public static Optional<SearchPosition> of(String text) {
        try {
            String decoded = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
            int space = decoded.indexOf(' ');
            return space < 0 || !PrintableText.isLine(decoded)
                    ? Optional.empty()
                    : Optional.of(new SearchPosition(
                            decoded.substring(space + 1), Long.parseLong(decoded.substring(0, space))));
        } catch (IllegalArgumentException notOurs) {
            return Optional.empty();
        }
    }

    /** This position if it is one among what starts with the prefix, else the one before all of that. */
    SearchPosition within(String prefix) {
        return term.startsWith(prefix) ? this : new SearchPosition(prefix, 0);
    }

    /** Opaque to clients, safe in a URL. */
    public String text() {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((userId + " " + term).getBytes(StandardCharsets.UTF_8));
    }
}

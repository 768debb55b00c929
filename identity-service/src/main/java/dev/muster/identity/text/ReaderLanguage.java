package dev.muster.identity.text;

import java.util.Locale;
import java.util.Optional;

/** The languages in which Muster writes to people. */
public enum ReaderLanguage {
    ENGLISH("en"),
    SPANISH("es"),
    FRENCH("fr"),
    GERMAN("de");

    private final String tag;

    ReaderLanguage(String tag) {
        this.tag = tag;
    }

    /** The BCP 47 tag. */
    public String tag() {
        return tag;
    }

    /** The language for a BCP 47 tag ({@code es-MX}); English for one that Muster does not write. */
    public static ReaderLanguage of(String languageTag) {
        return written(languageTag).orElse(ENGLISH);
    }

    /** The first language of an Accept-Language header that Muster writes; English when there is none. */
    public static ReaderLanguage accepted(String header) {
        if (header == null) {
            return ENGLISH;
        }
        try {
            return Locale.LanguageRange.parse(header).stream()
                    .flatMap(range -> written(range.getRange()).stream())
                    .findFirst()
                    .orElse(ENGLISH);
        } catch (IllegalArgumentException notAHeader) {
            return ENGLISH;
        }
    }

    private static Optional<ReaderLanguage> written(String languageTag) {
        if (languageTag == null) {
            return Optional.empty();
        }
        String language = Locale.forLanguageTag(languageTag).getLanguage();
        for (ReaderLanguage candidate : values()) {
            if (candidate.tag.equals(language)) {
                return Optional.of(candidate);
            }
        }
        return Optional.empty();
    }
}

package dev.muster.reference.countries;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.muster.reference.DataFile;
import jakarta.inject.Singleton;
import java.util.Locale.LanguageRange;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * Chooses the language of an answer by RFC 4647 look-up: the ranges of {@code Accept-Language} from the most to the least
 * wanted, each cut from its end until a language is known. Nothing known, or a header that cannot be read, is English.
 */
@Singleton
class Languages {

    static final Language ENGLISH = new Language("en", "en");

    /** Real clients send a few dozen characters; a longer header is not worth the work of reading it. */
    private static final int LONGEST_HEADER = 256;

    private static final int REMEMBERED_HEADERS = 1_000;

    private final Map<String, Language> byTag = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private final Cache<String, Language> byHeader =
            Caffeine.newBuilder().maximumSize(REMEMBERED_HEADERS).build();

    Languages() {
        DataFile.rows("languages.csv", 2)
                .forEach(cells -> byTag.put(cells.get(0), new Language(cells.get(0), cells.get(1))));
    }

    /** Takes the value of the header, or null when there is none. */
    Language choose(String acceptLanguage) {
        if (acceptLanguage == null || acceptLanguage.length() > LONGEST_HEADER) {
            return ENGLISH;
        }
        return byHeader.get(acceptLanguage, this::read);
    }

    private Language read(String acceptLanguage) {
        try {
            return LanguageRange.parse(acceptLanguage).stream()
                    .filter(range -> range.getWeight() > 0)
                    .map(range -> lookUp(range.getRange()))
                    .filter(Objects::nonNull)
                    .findFirst()
                    .orElse(ENGLISH);
        } catch (IllegalArgumentException unreadable) {
            return ENGLISH;
        }
    }

    private Language lookUp(String range) {
        String tag = range;
        while (!tag.isEmpty()) {
            Language language = byTag.get(tag);
            if (language != null) {
                return language;
            }
            tag = tag.substring(0, Math.max(0, tag.lastIndexOf('-')));
        }
        return null;
    }
}

package dev.muster.reference.generator;

import com.ibm.icu.text.Collator;
import com.ibm.icu.text.DisplayContext;
import com.ibm.icu.text.LocaleDisplayNames;
import com.ibm.icu.util.Region;
import com.ibm.icu.util.ULocale;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** ISO 3166-1 and CLDR's names for it, as ICU4J ships them. */
final class IcuCountries {

    /** ISO 3166-1 numeric codes from here on are free for private use; ICU lists Kosovo with 983. */
    private static final int FIRST_PRIVATE_USE_CODE = 900;

    private IcuCountries() {}

    /** The alpha-2 codes of all countries, by English name. */
    static List<String> codesByEnglishName() {
        List<String> codes = Arrays.stream(ULocale.getISOCountries())
                .filter(IcuCountries::isAssigned)
                .toList();
        Map<String, String> english = names(ULocale.ENGLISH, codes);
        Collator order = Collator.getInstance(ULocale.ENGLISH);
        return codes.stream()
                .sorted(Comparator.comparing(english::get, order::compare))
                .toList();
    }

    /** CLDR's names in the form for a list, by code; a code that the language has no name for is left out. */
    static Map<String, String> names(ULocale language, Collection<String> codes) {
        LocaleDisplayNames source = LocaleDisplayNames.getInstance(
                language, DisplayContext.NO_SUBSTITUTE, DisplayContext.CAPITALIZATION_FOR_UI_LIST_OR_MENU);
        Map<String, String> names = new TreeMap<>();
        for (String code : codes) {
            String name = source.regionDisplayName(code);
            if (name != null && !name.equals(code)) {
                names.put(code, name);
            }
        }
        return names;
    }

    private static boolean isAssigned(String code) {
        int numeric = Region.getInstance(code).getNumericCode();
        return numeric > 0 && numeric < FIRST_PRIVATE_USE_CODE;
    }
}

package dev.muster.reference.generator;

import com.ibm.icu.util.ULocale;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Packs the country names of all languages: a table of language tags and one file for each distinct list of names.
 *
 * <p>A tag is in the table only where cutting its last subtags does not already lead to its list: {@code es-ES} is left
 * out and found as {@code es}; {@code zh-TW} is there and points to {@code zh-Hant}.
 */
final class CountryLanguages {

    /** A language with fewer names of its own is not offered: a mix with English helps nobody. */
    private static final double LEAST_COVERAGE = 0.95;

    private static final String ENGLISH = "en";

    private final List<String> codes;
    private final Map<String, String> english;
    private final SortedMap<String, String> listOfTag = new TreeMap<>();
    private final Map<Map<String, String>, String> listOfNames = new HashMap<>();
    private final Map<String, Map<String, String>> namesOfList = new TreeMap<>();

    CountryLanguages(List<String> codes) {
        this.codes = codes;
        this.english = IcuCountries.names(ULocale.ENGLISH, codes);
        listOfTag.put(ENGLISH, ENGLISH);
        listOfNames.put(english, ENGLISH);
        namesOfList.put(ENGLISH, english);
        locales().forEach(this::addLocale);
    }

    String englishName(String code) {
        return english.get(code);
    }

    /** The table {@code tag,list}. */
    String table() {
        return listOfTag.entrySet().stream()
                .map(entry -> entry.getKey() + ',' + entry.getValue() + '\n')
                .collect(Collectors.joining("", "tag,list\n", ""));
    }

    /** The lists, each as {@code alpha2,name} lines, by name. */
    Map<String, String> lists() {
        Map<String, String> files = new TreeMap<>();
        namesOfList.forEach((list, names) -> files.put(list, csv(names)));
        return files;
    }

    private void addLocale(ULocale locale) {
        Map<String, String> names = namesOrEnglish(locale);
        addTag(locale.toLanguageTag(), names);
        addTag(ULocale.minimizeSubtags(locale).toLanguageTag(), names);
    }

    private void addTag(String tag, Map<String, String> names) {
        String list = listOfNames.computeIfAbsent(names, any -> tag);
        namesOfList.putIfAbsent(list, names);
        if (!lookUp(tag).equals(list)) {
            listOfTag.put(tag, list);
        }
    }

    private Map<String, String> namesOrEnglish(ULocale locale) {
        Map<String, String> own = IcuCountries.names(locale, codes);
        if (own.size() < codes.size() * LEAST_COVERAGE) {
            return english;
        }
        Map<String, String> names = new TreeMap<>(english);
        names.putAll(own);
        return names;
    }

    /** RFC 4647 look-up, as the service does it: the tag, then ever shorter ones, then English. */
    private String lookUp(String tag) {
        String list = listOfTag.get(tag);
        if (list != null) {
            return list;
        }
        return tag.isEmpty() ? ENGLISH : lookUp(parent(tag));
    }

    private static String parent(String tag) {
        return tag.substring(0, Math.max(0, tag.lastIndexOf('-')));
    }

    private static String csv(Map<String, String> names) {
        return names.entrySet().stream()
                .map(entry -> entry.getKey() + ',' + entry.getValue() + '\n')
                .collect(Collectors.joining("", "alpha2,name\n", ""));
    }

    /** The locales of ICU without variants such as POSIX; a parent comes before its children and so names the list. */
    private static List<ULocale> locales() {
        return Stream.of(ULocale.getAvailableLocales())
                .filter(locale -> locale.getVariant().isEmpty())
                .sorted(Comparator.comparingInt(CountryLanguages::subtags).thenComparing(ULocale::toLanguageTag))
                .toList();
    }

    private static int subtags(ULocale locale) {
        return (int) locale.toLanguageTag().chars().filter(c -> c == '-').count();
    }
}

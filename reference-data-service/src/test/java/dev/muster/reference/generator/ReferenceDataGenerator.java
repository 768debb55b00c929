package dev.muster.reference.generator;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Writes the service's data files from ICU4J, keeping every id of the files that are there.
 *
 * <p>{@code mvn -pl reference-data-service test-compile exec:java@regenerate} runs it; CommittedDataTest fails while
 * the files are not what it would write.
 */
public final class ReferenceDataGenerator {

    static final Map<Integer, String> FIXED_COUNTRIES = Map.of(1, "AF", 195, "ES", 230, "US");
    static final Map<Integer, String> FIXED_TIMEZONES =
            Map.of(1, "Pacific/Midway", 85, "Europe/Madrid", 90, "Atlantic/Canary", 160, "America/New_York");

    private static final String COUNTRIES = "countries.csv";
    private static final String TIMEZONES = "timezones.csv";

    private ReferenceDataGenerator() {}

    public static void main(String[] arguments) throws IOException {
        DataFiles files = new DataFiles(Path.of(arguments[0]));
        files.write(generate(files.read()));
    }

    /** The content of every file by its path, where {@code present} has those of the last release or nothing. */
    static SortedMap<String, String> generate(Map<String, String> present) {
        IdTable countries = IdTable.parse("id,alpha2,name", present.get(COUNTRIES));
        IdTable timezones = IdTable.parse("id,cldr,name", present.get(TIMEZONES));
        List<String> codes = IcuCountries.codesByEnglishName();
        CountryLanguages languages = new CountryLanguages(codes);

        SortedMap<String, String> files = new TreeMap<>();
        files.put(
                COUNTRIES,
                countries.extend(FIXED_COUNTRIES, codes, languages::englishName).csv());
        files.put(
                TIMEZONES,
                timezones
                        .extend(FIXED_TIMEZONES, IcuTimezones.cldrIdsByOffset(), IcuTimezones::ianaName)
                        .csv());
        files.put("languages.csv", languages.table());
        languages.lists().forEach((list, names) -> files.put("names/" + list + ".csv", names));
        return files;
    }
}

package dev.muster.reference.countries;

import dev.muster.reference.DataFile;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * All countries by id, and what they are called in other languages.
 *
 * <p>The names are data files generated from CLDR and not the Java runtime's: those change with its version, so that two
 * replicas could disagree, and a native executable has them only for languages that were chosen when it was built.
 */
@Singleton
class Countries {

    private final List<Country> all = DataFile.rows("countries.csv", 3).stream()
            .map(cells -> new Country(Integer.parseInt(cells.get(0)), cells.get(1), cells.get(2)))
            .toList();

    List<Country> all() {
        return all;
    }

    /** Every country's name by its alpha-2 code; it is in English where the language has none. */
    Map<String, String> names(Language language) {
        return DataFile.rows("names/" + language.list() + ".csv", 2).stream()
                .collect(Collectors.toMap(cells -> cells.get(0), cells -> cells.get(1)));
    }
}

package dev.muster.reference.timezones;

import dev.muster.reference.DataFile;
import jakarta.inject.Singleton;
import java.util.List;

/** All time zones by id. */
@Singleton
class Timezones {

    private final List<Timezone> all = DataFile.rows("timezones.csv", 3).stream()
            .map(cells -> new Timezone(Integer.parseInt(cells.get(0)), cells.get(2)))
            .toList();

    List<Timezone> all() {
        return all;
    }
}

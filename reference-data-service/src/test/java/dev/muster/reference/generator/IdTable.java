package dev.muster.reference.generator;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** A data file {@code id,key,name}: what has which id, known by a key that never changes, and what it is called now. */
record IdTable(String header, SortedMap<Integer, String> keys, Map<String, String> names) {

    /** Reads a file; none at all is a table without rows. */
    static IdTable parse(String header, String file) {
        SortedMap<Integer, String> keys = new TreeMap<>();
        Map<String, String> names = new TreeMap<>();
        if (file != null) {
            file.lines().skip(1).map(line -> line.split(",", 3)).forEach(cells -> {
                keys.put(Integer.valueOf(cells[0]), cells[1]);
                names.put(cells[1], cells[2]);
            });
        }
        return new IdTable(header, keys, names);
    }

    /** The next release: names as they are now; a key that the source has dropped keeps its row, since people refer to it. */
    IdTable extend(Map<Integer, String> fixedPoints, List<String> keysInOrder, UnaryOperator<String> nameOf) {
        Map<String, String> newNames = new TreeMap<>(names);
        keysInOrder.forEach(key -> newNames.put(key, nameOf.apply(key)));
        return new IdTable(header, PermanentIds.assign(keys, fixedPoints, keysInOrder), newNames);
    }

    /** The file's content. */
    String csv() {
        return keys.entrySet().stream()
                .map(row -> row.getKey() + "," + row.getValue() + ',' + names.get(row.getValue()) + '\n')
                .collect(Collectors.joining("", header + '\n', ""));
    }
}

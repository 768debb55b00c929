package dev.muster.identity.importing;

import java.util.List;

/**
 * The cells of a row as they stand in a file.
 *
 * @param line where the row begins, counted from 1
 * @param tooLong whether the row is longer than any that is read; cells are missing then
 */
record CsvRow(long line, List<String> cells, boolean tooLong) {

    /** How much of memory the row takes, in characters. */
    long length() {
        return cells.stream().mapToLong(String::length).sum();
    }
}

package dev.muster.reference;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Reads the comma-separated files below {@code reference/} that ship inside the service. */
public final class DataFile {

    private DataFile() {}

    /** The rows without the heading, each cut into this many cells; the last cell may hold commas. */
    public static List<List<String>> rows(String name, int cells) {
        try (InputStream file = DataFile.class.getResourceAsStream("/reference/" + name)) {
            if (file == null) {
                throw new IllegalArgumentException("There is no data file " + name);
            }
            return new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))
                    .lines()
                    .skip(1)
                    .map(line -> List.of(line.split(",", cells)))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("The data file " + name + " cannot be read", e);
        }
    }
}

package dev.muster.reference.generator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The generated files below one directory, by their path in it. */
record DataFiles(Path directory) {

    SortedMap<String, String> read() throws IOException {
        if (Files.notExists(directory)) {
            return new TreeMap<>();
        }
        try (Stream<Path> files = Files.walk(directory).filter(Files::isRegularFile)) {
            SortedMap<String, String> contents = new TreeMap<>();
            files.forEach(file -> contents.put(pathOf(file), content(file)));
            return contents;
        }
    }

    /** Writes these files and deletes all others. */
    void write(Map<String, String> contents) throws IOException {
        for (String stale : read().keySet()) {
            if (!contents.containsKey(stale)) {
                Files.delete(directory.resolve(stale));
            }
        }
        for (Map.Entry<String, String> file : contents.entrySet()) {
            Path target = directory.resolve(file.getKey());
            Files.createDirectories(target.getParent());
            Files.writeString(target, file.getValue());
        }
    }

    private String pathOf(Path file) {
        return directory.relativize(file).toString().replace('\\', '/');
    }

    private static String content(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

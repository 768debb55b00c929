package dev.muster.testkit.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A test that proves a numbered property, as its display name says: {@code R21 a closed session ...}. */
record Proof(String number, String sentence, String module, String test) {

    private static final Pattern NAMED =
            Pattern.compile("@DisplayName\\(\\s*\"(R\\d\\d(?:,? (?:and )?R\\d\\d)*):? ([^\"]*)\"");

    /** All proofs in the test sources of all modules, by number. */
    static List<Proof> findAll(Path repository) throws IOException {
        try (Stream<Path> modules = Files.list(repository)) {
            return modules.map(module -> module.resolve("src/test/java"))
                    .filter(Files::isDirectory)
                    .flatMap(Proof::inModule)
                    .sorted(Comparator.comparing(Proof::number)
                            .thenComparing(Proof::module)
                            .thenComparing(Proof::test)
                            .thenComparing(Proof::sentence))
                    .toList();
        }
    }

    private static Stream<Proof> inModule(Path sources) {
        String module =
                sources.getParent().getParent().getParent().getFileName().toString();
        try (Stream<Path> files = Files.walk(sources)) {
            return files
                    .filter(file -> file.toString().endsWith(".java"))
                    .flatMap(file -> inFile(module, file))
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<Proof> inFile(String module, Path file) {
        String test = file.getFileName().toString().replace(".java", "");
        try {
            return NAMED
                    .matcher(Files.readString(file))
                    .results()
                    .flatMap(match -> Stream.of(match.group(1).split(",? (?:and )?", -1))
                            .filter(number -> !number.isBlank())
                            .map(number -> new Proof(number, match.group(2), module, test)))
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package dev.muster.testkit.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every test that a page under {@code docs/contract} names as a proof is there, and every promise names one. */
class ContractPagesTest {

    private static final Path REPOSITORY = Path.of("..").toAbsolutePath().normalize();
    private static final Path PAGES = REPOSITORY.resolve("docs/contract");
    private static final Pattern PROOF = Pattern.compile("`([\\w-]+) (\\w+Test)\\.(\\w+)`");

    static List<Path> pages() throws IOException {
        try (Stream<Path> files = Files.list(PAGES)) {
            return files.filter(file -> file.toString().endsWith(".md"))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void everyProofIsThere(Path page) throws IOException {
        List<MatchResult> proofs =
                PROOF.matcher(Files.readString(page)).results().toList();

        assertThat(proofs)
                .isNotEmpty()
                .allSatisfy(proof -> assertThat(source(proof.group(1), proof.group(2)))
                        .as(proof.group())
                        .contains(" void " + proof.group(3) + "("));
    }

    @ParameterizedTest
    @MethodSource("pages")
    void everyPromiseHasAProof(Path page) throws IOException {
        List<String> promises = Files.readAllLines(page).stream()
                .filter(line -> line.startsWith("| ") && !line.startsWith("| promise |"))
                .toList();

        assertThat(promises).isNotEmpty().allMatch(line -> PROOF.matcher(line).find());
    }

    private static String source(String module, String test) throws IOException {
        Path tests = REPOSITORY.resolve(module).resolve("src/test/java");
        try (Stream<Path> files = Files.walk(tests)) {
            Path file = files.filter(path -> path.endsWith(test + ".java"))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("There is no " + test + " in " + module));
            return Files.readString(file);
        }
    }
}

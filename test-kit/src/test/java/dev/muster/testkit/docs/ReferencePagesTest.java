package dev.muster.testkit.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The generated pages say what the source says; {@code -Ddocs.write=true} writes them anew. */
class ReferencePagesTest {

    private static final Path REPOSITORY = Path.of("..").toAbsolutePath().normalize();

    private static List<ConfigurationKey> keys() throws IOException {
        try (Stream<Path> modules = Files.list(REPOSITORY)) {
            List<Path> sources = modules.map(module -> module.resolve("src/main/java"))
                    .filter(Files::isDirectory)
                    .sorted()
                    .toList();
            return Stream.concat(ConfigurationSource.read(sources).stream(), SharedSettings.read(REPOSITORY).stream())
                    .sorted()
                    .toList();
        }
    }

    private static void check(String page, String content) throws IOException {
        Path file = REPOSITORY.resolve("docs").resolve(page);
        if (Boolean.getBoolean("docs.write")) {
            Files.writeString(file, content);
        }
        assertThat(file)
                .as("docs/%s is stale; write it with -Ddocs.write=true", page)
                .hasContent(content);
    }

    @Test
    void theConfigurationPageListsEverySetting() throws IOException {
        check("configuration.md", ReferencePages.configuration(keys()));
    }

    @Test
    void theProblemsPageListsEveryProblem() throws IOException {
        check("problems.md", ReferencePages.problems());
    }

    @Test
    void theAssurancePageListsEveryProof() throws IOException {
        check("assurance.md", ReferencePages.assurance(Proof.findAll(REPOSITORY)));
    }

    @Test
    void everySettingSaysWhatItDoes() throws IOException {
        assertThat(keys())
                .isNotEmpty()
                .allSatisfy(key -> assertThat(key.text()).as(key.name()).isNotBlank());
    }

    @Test
    void noSecretHasADefault() throws IOException {
        assertThat(keys())
                .filteredOn(key -> key.name().matches(".*(secret|password|encryption-key)$"))
                .isNotEmpty()
                .allSatisfy(key -> assertThat(key.fallback()).as(key.name()).isNull());
    }
}

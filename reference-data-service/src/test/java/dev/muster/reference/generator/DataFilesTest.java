package dev.muster.reference.generator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFilesTest {

    @TempDir
    Path directory;

    @Test
    void whatIsWrittenIsRead() throws IOException {
        DataFiles files = new DataFiles(directory);

        files.write(Map.of("a.csv", "one\n", "names/xx.csv", "zwölf\n"));

        assertThat(files.read()).isEqualTo(Map.of("a.csv", "one\n", "names/xx.csv", "zwölf\n"));
    }

    @Test
    void aFileThatIsNoLongerGeneratedGoes() throws IOException {
        DataFiles files = new DataFiles(directory);
        files.write(Map.of("a.csv", "one\n", "names/old.csv", "old\n"));

        files.write(Map.of("a.csv", "two\n"));

        assertThat(files.read()).isEqualTo(Map.of("a.csv", "two\n"));
    }

    @Test
    void aDirectoryThatIsNotThereHasNoFiles() throws IOException {
        assertThat(new DataFiles(directory.resolve("absent")).read()).isEmpty();
    }
}

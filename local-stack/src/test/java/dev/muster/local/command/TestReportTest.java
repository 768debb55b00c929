package dev.muster.local.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.local.StackFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TestReportTest {

    @TempDir
    private Path module;

    @Test
    void theReportsOfBothPluginsCount() throws IOException {
        report("surefire-reports/TEST-a.xml", "tests=\"5\" errors=\"1\" skipped=\"1\" failures=\"1\"");
        report("failsafe-reports/TEST-b.xml", "tests=\"3\" errors=\"0\" skipped=\"0\" failures=\"0\"");
        Files.writeString(module.resolve("target/surefire-reports/a.txt"), "not a report");

        assertThat(TestCount.ofModule(module)).isEqualTo(new TestCount(5, 2, 1));
    }

    @Test
    void aModuleWithoutReportsHasNoTests() {
        assertThat(TestCount.ofModule(module)).isEqualTo(TestCount.NONE);
    }

    @Test
    void aReportThatWasCutShortIsSaid() throws IOException {
        Files.createDirectories(module.resolve("target/surefire-reports"));
        Files.writeString(module.resolve("target/surefire-reports/TEST-a.xml"), "<testsuite tests=");

        assertThatThrownBy(() -> TestCount.ofModule(module))
                .isInstanceOf(StackFailure.class)
                .hasMessageContaining("TEST-a.xml");
    }

    private void report(String path, String attributes) throws IOException {
        Path file = module.resolve("target").resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "<?xml version=\"1.0\"?><testsuite name=\"x\" " + attributes + "></testsuite>");
    }
}

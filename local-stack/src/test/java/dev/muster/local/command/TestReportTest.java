package dev.muster.local.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.local.StackFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TestReportTest {

    private static final String PASSED = "<testcase classname='a.B' name='passes'/>";
    private static final String FAILED = "<testcase classname='a.B' name='fails'><failure>trace</failure></testcase>";
    private static final String BROKEN = "<testcase classname='a.B' name='breaks'><error>trace</error></testcase>";
    private static final String SKIPPED = "<testcase classname='a.B' name='waits'><skipped/></testcase>";

    @TempDir
    private Path module;

    @Test
    void theReportsOfBothPluginsCount() throws IOException {
        report("surefire-reports/TEST-a.xml", PASSED + PASSED + FAILED + BROKEN + SKIPPED);
        report("failsafe-reports/TEST-b.xml", PASSED);
        Files.writeString(module.resolve("target/surefire-reports/a.txt"), "not a report");

        assertThat(TestCount.ofModule(module)).isEqualTo(new TestCount(3, 2, 1, List.of()));
    }

    @Test
    void aTestThatPassedWhenTriedAgainIsNamed() throws IOException {
        report("surefire-reports/TEST-a.xml", PASSED + """
                <testcase classname="a.B" name="shaky"><flakyFailure type="x">trace</flakyFailure></testcase>
                <testcase classname="a.B" name="lost"><failure/><rerunFailure type="x"/></testcase>""");

        assertThat(TestCount.ofModule(module)).isEqualTo(new TestCount(2, 1, 0, List.of("a.B.shaky")));
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

    private void report(String path, String cases) throws IOException {
        Path file = module.resolve("target").resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "<?xml version=\"1.0\"?><testsuite name=\"x\">" + cases + "</testsuite>");
    }
}

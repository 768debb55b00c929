package dev.muster.local.importing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.local.terminal.Terminal;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProgressBarTest {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    private ProgressBar bar(boolean interactive, long rows) {
        return new ProgressBar(
                new Terminal(new PrintStream(bytes, true, StandardCharsets.UTF_8), interactive, false), rows);
    }

    private static ImportJob job(long read) {
        return new ImportJob("1", "running", "partial", false, read, read - 1, 0, 1, 1500.4, List.of());
    }

    private String output() {
        return bytes.toString(StandardCharsets.UTF_8);
    }

    @Test
    void onATerminalOneLineIsDrawnOver() {
        ProgressBar bar = bar(true, 200);

        bar.show(job(50));
        bar.show(job(100));
        bar.clear();

        assertThat(output())
                .contains("\r\u001b[K  [#######                       ]  25 %  50 rows, 1 rejected, 1500 rows/s")
                .contains("\r\u001b[K  [###############               ]  50 %  100 rows")
                .endsWith("\r\u001b[K")
                .doesNotContain("\n");
    }

    @Test
    void inALogEachTenthIsALine() {
        ProgressBar bar = bar(false, 100);

        for (int read = 1; read <= 25; read++) {
            bar.show(job(read));
        }

        assertThat(output()).hasLineCount(2);
    }

    @Test
    void moreRowsThanExpectedAreNotMoreThanAll() {
        bar(true, 10).show(job(12));

        assertThat(output()).contains("] 100 %  12 rows");
    }

    @Test
    void withoutAnExpectationTheCountsAreShown() {
        bar(true, 0).show(job(12));

        assertThat(output()).contains("12 rows, 1 rejected");
    }
}

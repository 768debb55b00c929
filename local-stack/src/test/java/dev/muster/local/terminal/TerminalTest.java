package dev.muster.local.terminal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.local.StackFailure;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class TerminalTest {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    @Test
    void aStepIsOneLineWithItsDuration() {
        int result = terminal(false, false).step("PostgreSQL", () -> 42);

        assertThat(result).isEqualTo(42);
        assertThat(output()).matches("  PostgreSQL +\\d+\\.\\d s\n");
    }

    @Test
    void aFailedStepIsNotReportedAsDone() {
        Terminal terminal = terminal(false, false);

        assertThatThrownBy(() -> terminal.step("PostgreSQL", () -> {
                    throw new StackFailure("no");
                }))
                .isInstanceOf(StackFailure.class)
                .hasMessage("no");
        assertThat(output()).isEmpty();
    }

    @Test
    void aStepThatFailsInAnotherWaySaysWhichItWas() {
        Terminal terminal = terminal(false, false);

        assertThatThrownBy(() -> terminal.step("demo data", () -> {
                    throw new IOException("disk full");
                }))
                .isInstanceOf(StackFailure.class)
                .hasMessage("demo data: disk full");
    }

    @Test
    void aPersonSeesAStepWhileItRuns() {
        CountDownLatch shown = new CountDownLatch(1);
        PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8) {
            @Override
            public void print(String text) {
                super.print(text);
                shown.countDown();
            }
        };

        new Terminal(out, true, false).step("services", () -> {
            assertThat(shown.await(5, TimeUnit.SECONDS)).isTrue();
            return null;
        });

        assertThat(output()).startsWith("\r\u001b[K  services").endsWith(" s\n");
    }

    @Test
    void headingsAreBoldOnlyWhereColourIsWanted() {
        terminal(true, true).heading("Ready");
        terminal(true, false).heading("Ready");

        assertThat(output()).isEqualTo("\u001b[1mReady\u001b[0m\nReady\n");
    }

    private Terminal terminal(boolean interactive, boolean coloured) {
        return new Terminal(new PrintStream(bytes, true, StandardCharsets.UTF_8), interactive, coloured);
    }

    private String output() {
        return bytes.toString(StandardCharsets.UTF_8);
    }
}

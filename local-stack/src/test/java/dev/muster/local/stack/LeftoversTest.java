package dev.muster.local.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What happens after the supervisor itself was killed and its children live on. */
class LeftoversTest {

    @TempDir
    private Path temporary;

    private StackDirectory directory;
    private Process recorded;
    private Process stranger;

    @BeforeEach
    void leaveSomethingRunning() throws IOException {
        directory = new StackDirectory(temporary, temporary.resolve("stack"));
        directory.create();
        recorded = new ProcessBuilder("sleep", "60").start();
        stranger = new ProcessBuilder("sleep", "60").start();
    }

    @AfterEach
    void stop() {
        recorded.destroyForcibly();
        stranger.destroyForcibly();
    }

    @Test
    void recordedProcessesAreEndedAndTheRecordIsForgotten() {
        record(ProcessIdentity.of(recorded.toHandle()));

        Leftovers.clean(directory);

        assertThat(recorded.isAlive()).isFalse();
        assertThat(stranger.isAlive()).isTrue();
        assertThat(directory.state()).doesNotExist();
    }

    @Test
    void aPidThatWasGivenToAStrangerIsLeftAlone() {
        record(new ProcessIdentity(stranger.pid(), "earlier-boot/1"));

        Leftovers.clean(directory);

        assertThat(stranger.isAlive()).isTrue();
        assertThat(directory.state()).doesNotExist();
    }

    @Test
    void withoutARecordNothingHappens() {
        Leftovers.clean(directory);

        assertThat(recorded.isAlive()).isTrue();
    }

    private void record(ProcessIdentity process) {
        new StateFile(directory.state())
                .write(new StackState(
                        StackState.Phase.READY,
                        "http://localhost:8080",
                        "http://localhost:8085",
                        8086,
                        8087,
                        "2026-03-01T12:00:00Z",
                        1_000L,
                        List.of(new StackState.Entry(
                                "org-service", "org-service", 1, process.pid(), process.mark(), 8082, 8092, 900L))));
    }
}

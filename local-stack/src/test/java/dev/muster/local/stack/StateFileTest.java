package dev.muster.local.stack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StateFileTest {

    @TempDir
    private Path directory;

    @Test
    void whatIsWrittenIsRead() {
        StateRecorder recorder = recorder();

        recorder.ready();

        StackState state = file().read().orElseThrow();
        assertThat(state.phase()).isEqualTo(StackState.Phase.READY);
        assertThat(state.baseUrl()).isEqualTo("http://localhost:8080");
        assertThat(state.readyAfterMillis()).isNotNull();
        assertThat(state.runs()).isTrue();
    }

    @Test
    void aStackIsStartingUntilItIsReady() {
        recorder();

        assertThat(file().read().orElseThrow().phase()).isEqualTo(StackState.Phase.STARTING);
        assertThat(file().read().orElseThrow().readyAfterMillis()).isNull();
    }

    @Test
    void theMembersAreThoseThatTestsAndScriptsRelyOn() throws IOException {
        recorder().ready();

        JsonNode json =
                new ObjectMapper().readTree(directory.resolve("stack.json").toFile());

        assertThat(json.fieldNames())
                .toIterable()
                .containsExactly(
                        "phase",
                        "baseUrl",
                        "mailUrl",
                        "smtpPort",
                        "postgresPort",
                        "startedAt",
                        "readyAfterMillis",
                        "processes");
        assertThat(json.at("/processes/0").fieldNames())
                .toIterable()
                .containsExactly(
                        "name", "service", "replica", "pid", "mark", "port", "managementPort", "readyAfterMillis");
    }

    @Test
    void aStoppedStackHasNoState() {
        StateRecorder recorder = recorder();

        recorder.stopping();
        recorder.stopped();

        assertThat(file().read()).isEmpty();
    }

    @Test
    void aFileThatIsNoStateIsNone() throws IOException {
        Files.writeString(directory.resolve("stack.json"), "{\"phase\": \"REA");

        assertThat(file().read()).isEmpty();
    }

    @Test
    void aStackWhoseProcessIsGoneDoesNotRun() throws IOException {
        recorder().ready();
        Path stateFile = directory.resolve("stack.json");
        Files.writeString(
                stateFile,
                Files.readString(stateFile).replace(ProcessIdentity.current().mark(), "earlier-boot/1"));

        assertThat(file().read().orElseThrow().runs()).isFalse();
    }

    private StateRecorder recorder() {
        return new StateRecorder(file(), PortPlan.startingAt(8080, Map.of()));
    }

    private StateFile file() {
        return new StateFile(directory.resolve("stack.json"));
    }
}

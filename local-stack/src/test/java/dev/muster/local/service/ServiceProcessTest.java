package dev.muster.local.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.muster.local.StackFailure;
import dev.muster.local.stack.FreePorts;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServiceProcessTest {

    @TempDir
    private Path directory;

    private final List<Integer> ports = FreePorts.find(2);
    private final ServiceInstance instance = new ServiceInstance(Service.ORG, 1, ports.get(0), ports.get(1));

    @Test
    void aProcessIsReadyWhenItsManagementPortSaysSoAndGoneWhenItIsStopped() {
        ServiceProcess process = start(StubService.command("org-service"));
        assertThat(process.isAlive()).isTrue();

        await().until(() -> HealthProbe.isReady(instance.managementPort()));
        process.requestStop();
        process.awaitStopped();

        assertThat(process.isAlive()).isFalse();
        assertThat(process.identity().isAlive()).isFalse();
        assertThat(HealthProbe.isReady(instance.managementPort())).isFalse();
    }

    @Test
    void theOutputIsInTheLogAndTheEndIsNoticed() {
        AtomicBoolean ended = new AtomicBoolean();
        ServiceProcess process = start(StubService.command("die"));
        process.onExit(() -> ended.set(true));

        await().untilTrue(ended);

        assertThat(process.exitCode()).isEqualTo(3);
        assertThat(LogTail.lastLines(process.log(), 1)).containsExactly("stub cannot go on");
    }

    @Test
    void aProgramThatCannotBeRunIsNamed() {
        assertThatThrownBy(() -> start(List.of("/no/such/program")))
                .isInstanceOf(StackFailure.class)
                .hasMessageContaining("org-service cannot be started");
    }

    @Test
    void theTailOfALogIsItsLastLines() throws Exception {
        Path log = directory.resolve("long.log");
        Files.write(
                log, IntStream.rangeClosed(1, 5_000).mapToObj(i -> "line " + i).toList());

        assertThat(LogTail.lastLines(log, 2)).containsExactly("line 4999", "line 5000");
        assertThat(LogTail.lastLines(directory.resolve("missing.log"), 2)).isEmpty();
    }

    private ServiceProcess start(List<String> command) {
        Map<String, String> environment = Map.of(
                "QUARKUS_HTTP_PORT", Integer.toString(instance.port()),
                "QUARKUS_MANAGEMENT_PORT", Integer.toString(instance.managementPort()));
        return ServiceProcess.start(instance, command, environment, directory.resolve("org-service.log"));
    }
}

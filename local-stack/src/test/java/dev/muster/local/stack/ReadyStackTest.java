package dev.muster.local.stack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.local.Http;
import dev.muster.local.service.StubService;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a ready stack, with a real PostgreSQL and stub services, tells about itself. */
class ReadyStackTest {

    @TempDir
    private static Path temporary;

    private static RunningStack stack;

    @BeforeAll
    static void start() {
        stack = RunningStack.begin(
                        temporary.resolve("my stack"),
                        RunningStack.onFreePorts(),
                        service -> StubService.command(service.module()))
                .awaitReady();
    }

    @AfterAll
    static void stop() {
        stack.close();
    }

    @Test
    void everythingIsReachableThroughTheOneAddress() {
        String answer =
                Http.get(stack.ports().baseUrl() + "/users/organizations.json").body();

        assertThat(answer)
                .contains("QUARKUS_PROFILE=local")
                .contains("MUSTER_DATABASE_NAME=muster_org")
                .contains("MUSTER_PUBLIC_URL=" + stack.ports().baseUrl());
    }

    @Test
    void theStateFileNamesEveryProcess() {
        assertThat(stack.state().processes())
                .extracting(StackState.Entry::name)
                .containsExactly(
                        "gateway",
                        "postgresql",
                        "identity-service",
                        "org-service",
                        "session-service",
                        "reference-data-service");
        assertThat(stack.state().processes()).allMatch(entry -> entry.identity().isAlive());
    }

    @Test
    void theStatusOfARunningStackIsReadyWithTheMemoryOfEachProcess() {
        StackStatus status = StackStatus.of(stack.state());

        assertThat(status.ready()).isTrue();
        assertThat(status.processes()).allMatch(row -> row.memoryKib() > 1_000);
    }

    @Test
    void theProgressNamesEveryStepWithItsDuration() {
        assertThat(stack.output().lines().toList())
                .hasSize(4)
                .allMatch(line -> line.matches("  \\S.* +\\d+\\.\\d s"))
                .anyMatch(line -> line.contains("PostgreSQL on port"))
                .anyMatch(line -> line.contains("4 service processes"));
    }
}

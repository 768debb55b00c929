package dev.muster.local.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.muster.local.Http;
import dev.muster.local.StackFailure;
import dev.muster.local.service.Service;
import dev.muster.local.service.ServiceLauncher;
import dev.muster.local.service.StubService;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole stack with a real PostgreSQL and stub services, in a directory with a space in its name. */
class StackTest {

    private static final ServiceLauncher STUBS = service -> StubService.command(service.module());
    private static final ServiceLauncher ORG_DIES =
            service -> service == Service.ORG ? StubService.command("die") : StubService.command(service.module());

    @TempDir
    private Path temporary;

    private Path path() {
        return temporary.resolve("my stack");
    }

    @Test
    void stoppingLeavesNothingRunning() {
        RunningStack stack = begin(RunningStack.onFreePorts()).awaitReady();
        List<ProcessIdentity> processes = startedProcesses(stack);

        stack.close();

        assertThat(processes).hasSize(5).noneMatch(ProcessIdentity::isAlive);
        assertThat(stack.directory().state()).doesNotExist();
    }

    @Test
    void stoppingInTheMiddleOfStartingLeavesNothingRunning() {
        RunningStack stack = begin(RunningStack.onFreePorts());
        await().until(() -> stack.state().processes().size() > 2);
        List<ProcessIdentity> processes = startedProcesses(stack);

        stack.close();

        await().until(() -> stack.end().isDone());
        assertThat(processes).isNotEmpty();
        await().until(() -> processes.stream().noneMatch(ProcessIdentity::isAlive));
    }

    @Test
    void twoStacksInOneDirectoryAreRefused() {
        try (RunningStack first = begin(RunningStack.onFreePorts()).awaitReady();
                RunningStack second = begin(RunningStack.onFreePorts())) {
            assertThatThrownBy(() -> second.end().join())
                    .hasRootCauseInstanceOf(StackFailure.class)
                    .hasMessageContaining("already running at " + first.ports().baseUrl())
                    .hasMessageContaining("./muster down");
            assertThat(first.isReady()).isTrue();
        }
    }

    @Test
    void aTakenPortIsNamedWithItsPurposeAndNothingIsStarted() throws Exception {
        int base = freeBase();
        try (ServerSocket taken = new ServerSocket(base + 3);
                RunningStack stack = begin(new StackOptions(base, false, Map.of(), false))) {
            assertThatThrownBy(() -> stack.end().join())
                    .hasMessageContaining("port " + taken.getLocalPort() + " is taken")
                    .hasMessageContaining("session-service");
            assertThat(stack.directory().postgres()).doesNotExist();
        }
    }

    @Test
    void aServiceThatDiesAtTheStartEndsTheStackWithTheEndOfItsLog() {
        try (RunningStack stack = RunningStack.begin(path(), RunningStack.onFreePorts(), ORG_DIES)) {
            assertThatThrownBy(() -> stack.end().join())
                    .hasMessageContaining("org-service ended with exit code 3")
                    .hasRootCauseInstanceOf(StackFailure.class)
                    .rootCause()
                    .extracting(failure -> ((StackFailure) failure).evidence())
                    .asString()
                    .contains("stub cannot go on");
            assertThat(stack.directory().state()).doesNotExist();
        }
    }

    @Test
    void aServiceThatDiesLaterEndsTheStack() {
        RunningStack stack = begin(RunningStack.onFreePorts()).awaitReady();
        List<ProcessIdentity> processes = startedProcesses(stack);

        stack.process("session-service").identity().find().orElseThrow().destroyForcibly();

        assertThatThrownBy(() -> stack.end().join()).hasMessageContaining("session-service ended with exit code");
        assertThat(processes).noneMatch(ProcessIdentity::isAlive);
    }

    @Test
    void aServiceThatDiesIsStartedAgainWhereThatWasAskedFor() {
        try (RunningStack stack =
                begin(RunningStack.onFreePorts(Map.of(), true)).awaitReady()) {
            long before = stack.process("org-service").pid();

            stack.process("org-service").identity().find().orElseThrow().destroyForcibly();

            await().atMost(Duration.ofSeconds(20)).until(() -> {
                StackState.Entry now = stack.process("org-service");
                return now.pid() != before && now.readyAfterMillis() != null;
            });
            assertThat(Http.get(stack.ports().baseUrl() + "/organizations").statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void replicasTakeTurnsAndOneDeadReplicaIsPassedOver() {
        Map<Service, Integer> twoOrgs = Map.of(Service.ORG, 2);
        try (RunningStack stack = begin(RunningStack.onFreePorts(twoOrgs, true)).awaitReady()) {
            String address = stack.ports().baseUrl() + "/organizations";

            assertThat(pidsAnswering(address)).hasSize(2);
            stack.process("org-service-2").identity().find().orElseThrow().destroyForcibly();

            for (int i = 0; i < 20; i++) {
                assertThat(Http.get(address).statusCode()).isEqualTo(200);
            }
        }
    }

    @Test
    void theDeathOfPostgresEndsTheStack() {
        RunningStack stack = begin(RunningStack.onFreePorts()).awaitReady();
        List<ProcessIdentity> processes = startedProcesses(stack);

        stack.process("postgresql").identity().find().orElseThrow().destroyForcibly();

        assertThatThrownBy(() -> stack.end().join()).hasMessageContaining("PostgreSQL ended by itself");
        assertThat(processes).noneMatch(ProcessIdentity::isAlive);
    }

    @Test
    void aSecondRunKeepsSecretsAndAFreshOneMakesNewOnes() throws Exception {
        String first = secretsAfterRun(RunningStack.onFreePorts());
        String second = secretsAfterRun(RunningStack.onFreePorts());
        String afterFresh = secretsAfterRun(RunningStack.fresh());

        assertThat(second).isEqualTo(first);
        assertThat(afterFresh).isNotEqualTo(first);
    }

    private static int freeBase() {
        return IntStream.iterate(20_000, base -> base + 50)
                .filter(base -> PortPlan.startingAt(base, Map.of()).claims().stream()
                        .noneMatch(claim -> FreePorts.isTaken(claim.port())))
                .findFirst()
                .orElseThrow();
    }

    private RunningStack begin(StackOptions options) {
        return RunningStack.begin(path(), options, STUBS);
    }

    private String secretsAfterRun(StackOptions options) throws Exception {
        try (RunningStack stack = begin(options).awaitReady()) {
            return Files.readString(stack.directory().secrets());
        }
    }

    private static List<ProcessIdentity> startedProcesses(RunningStack stack) {
        return stack.state().processes().stream()
                .filter(entry -> !entry.name().equals(StackState.SUPERVISOR))
                .map(StackState.Entry::identity)
                .toList();
    }

    private static Set<String> pidsAnswering(String address) {
        Set<String> pids = new HashSet<>();
        for (int i = 0; i < 10; i++) {
            pids.add(Http.get(address).body().lines().findFirst().orElseThrow());
        }
        return pids;
    }
}

package dev.muster.local.stack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.local.Http;
import dev.muster.local.service.Service;
import dev.muster.local.service.ServiceLauncher;
import dev.muster.local.service.StubExecutable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The stack on executables instead of a JVM: they are started, asked and stopped like any service. */
class NativeStackTest {

    @TempDir
    private Path temporary;

    @Test
    void theExecutablesAreStartedWithTheirSettingsAndStoppedWithTheStack() throws Exception {
        RunningStack stack = start();
        List<ProcessIdentity> services = serviceProcesses(stack);

        assertThat(Http.get(stack.ports().baseUrl() + "/users/organizations.json")
                        .body())
                .startsWith("pid=" + stack.process("org-service").pid())
                .contains("MUSTER_DATABASE_NAME=muster_org");
        assertThat(Service.values())
                .allSatisfy(
                        service -> assertThat(Files.readString(stack.directory().log(service.module())))
                                .startsWith("stub starts with " + service.module() + " -Xmx64m"));
        stack.close();

        assertThat(services).hasSize(4).noneMatch(ProcessIdentity::isAlive);
    }

    private RunningStack start() throws Exception {
        Path home = temporary.resolve("a checkout");
        for (Service service : Service.values()) {
            StubExecutable.of(service, home);
        }
        return RunningStack.begin(
                        temporary.resolve("my stack"),
                        RunningStack.onFreePorts(),
                        ServiceLauncher.nativeExecutables(home))
                .awaitReady();
    }

    private static List<ProcessIdentity> serviceProcesses(RunningStack stack) {
        return Stream.of(Service.values())
                .map(service -> stack.process(service.module()).identity())
                .toList();
    }
}

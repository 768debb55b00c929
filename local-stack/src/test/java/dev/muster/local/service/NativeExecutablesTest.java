package dev.muster.local.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.list;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.muster.local.StackFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NativeExecutablesTest {

    @TempDir
    private Path home;

    @Test
    void eachServiceRunsItsExecutableAndNotTheJarBesideIt() throws IOException {
        for (Service service : Service.values()) {
            StubExecutable.of(service, home);
            Files.createFile(home.resolve(service.module()).resolve("target/" + service.module() + "-0.1.0.jar"));
        }

        NativeExecutables executables = new NativeExecutables(home);

        assertThat(Service.values())
                .allSatisfy(service -> assertThat(executables.command(service))
                        .containsExactly(
                                home + "/" + service.module() + "/target/" + service.module() + "-0.1.0-runner",
                                "-Xmx64m"));
    }

    @Test
    void everyMissingExecutableIsNamedWithTheCommandThatBuildsIt() throws IOException {
        StubExecutable.of(Service.SESSION, home);
        Path unusable = StubExecutable.of(Service.ORG, home);
        assertThat(unusable.toFile().setExecutable(false)).isTrue();

        assertThatThrownBy(() -> ServiceLauncher.nativeExecutables(home))
                .hasMessageContaining("./muster native builds them")
                .asInstanceOf(type(StackFailure.class))
                .extracting(StackFailure::evidence)
                .asInstanceOf(list(String.class))
                .containsExactly(
                        home + "/identity-service/target/*-runner",
                        home + "/org-service/target/*-runner",
                        home + "/reference-data-service/target/*-runner");
    }
}

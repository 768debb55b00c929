package dev.muster.local.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.local.StackFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServiceLauncherTest {

    @TempDir
    private Path home;

    @Test
    void aServiceRunsOnTheGivenJavaWithASmallHeap() throws IOException {
        Path jar = Files.createDirectories(home.resolve("org-service/target/quarkus-app"))
                .resolve("quarkus-run.jar");
        Files.createFile(jar);

        List<String> command =
                ServiceLauncher.jvm(home, Path.of("/jdk/bin/java"), false).command(Service.ORG);

        assertThat(command)
                .startsWith("/jdk/bin/java")
                .contains("-XX:+UseSerialGC", "-Xmx128m", "-XX:TieredStopAtLevel=1")
                .endsWith("-jar", jar.toString());
    }

    @Test
    void aServiceForABenchmarkIsCompiledForALongRun() {
        assertThat(JvmOptions.of("128m", true)).contains("-Xmx128m").doesNotContain("-XX:TieredStopAtLevel=1");
    }

    @Test
    void aNativeExecutableRunsAsItIs() throws IOException {
        Path target = Files.createDirectories(home.resolve("org-service/target"));
        Files.createFile(target.resolve("org-service-0.1.0-SNAPSHOT.jar"));
        Path runner = Files.createFile(target.resolve("org-service-0.1.0-SNAPSHOT-runner"));
        assertThat(runner.toFile().setExecutable(true)).isTrue();

        assertThat(ServiceLauncher.nativeExecutables(home).command(Service.ORG)).startsWith(runner.toString());
    }

    @Test
    void aServiceThatIsNotBuiltIsNamed() {
        assertThatThrownBy(() -> ServiceLauncher.jvm(home, Path.of("/jdk/bin/java"), false)
                        .command(Service.ORG))
                .isInstanceOf(StackFailure.class)
                .hasMessageContaining("org-service is not built")
                .hasMessageContaining("quarkus-run.jar");
        assertThatThrownBy(() -> ServiceLauncher.nativeExecutables(home).command(Service.ORG))
                .isInstanceOf(StackFailure.class)
                .hasMessageContaining("-runner");
    }
}

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
    void aServiceThatIsNotBuiltIsNamed() {
        assertThatThrownBy(() -> ServiceLauncher.jvm(home, Path.of("/jdk/bin/java"), false)
                        .command(Service.ORG))
                .isInstanceOf(StackFailure.class)
                .hasMessageContaining("org-service is not built")
                .hasMessageContaining("quarkus-run.jar");
    }
}

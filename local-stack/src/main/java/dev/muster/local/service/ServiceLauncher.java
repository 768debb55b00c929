package dev.muster.local.service;

import dev.muster.local.StackFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** How a service becomes a process. */
@FunctionalInterface
public interface ServiceLauncher {

    /** The command line that runs the service in the foreground. */
    List<String> command(Service service);

    /** Runs the packaged applications on the JDK that this program runs on. */
    static ServiceLauncher jvm(Path home, Path java, boolean optimized) {
        return service -> {
            Path jar = home.resolve(service.module()).resolve("target/quarkus-app/quarkus-run.jar");
            requireBuilt(service, Files.isRegularFile(jar), jar);
            List<String> command = new ArrayList<>();
            command.add(java.toString());
            command.addAll(JvmOptions.of("128m", optimized));
            command.addAll(List.of("-Djava.net.preferIPv4Stack=true", "-jar", jar.toString()));
            return command;
        };
    }

    /** Runs the native executables that {@code ./muster native} builds. */
    static ServiceLauncher nativeExecutables(Path home) {
        return service -> {
            Path target = home.resolve(service.module()).resolve("target");
            Path executable = runnerIn(target);
            requireBuilt(service, executable != null, target.resolve("*-runner"));
            return List.of(executable.toString(), "-Xmx64m");
        };
    }

    private static Path runnerIn(Path target) {
        if (!Files.isDirectory(target)) {
            return null;
        }
        try (Stream<Path> files = Files.list(target)) {
            return files.filter(file -> file.getFileName().toString().endsWith("-runner"))
                    .filter(Files::isExecutable)
                    .findFirst()
                    .orElse(null);
        } catch (IOException e) {
            throw new StackFailure("cannot look into " + target + ": " + e.getMessage(), e);
        }
    }

    private static void requireBuilt(Service service, boolean built, Path missing) {
        if (!built) {
            throw new StackFailure(service.module() + " is not built: there is no " + missing);
        }
    }
}

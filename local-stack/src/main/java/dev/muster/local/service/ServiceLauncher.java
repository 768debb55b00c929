package dev.muster.local.service;

import dev.muster.local.StackFailure;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

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

    /** Runs the native executables that {@code ./muster native} builds; all of them have to be there. */
    static ServiceLauncher nativeExecutables(Path home) {
        return new NativeExecutables(home);
    }

    private static void requireBuilt(Service service, boolean built, Path missing) {
        if (!built) {
            throw new StackFailure(service.module() + " is not built: there is no " + missing);
        }
    }
}

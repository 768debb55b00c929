package dev.muster.local.service;

import dev.muster.local.StackFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The executables that {@code ./muster native} leaves in each service's {@code target}. */
final class NativeExecutables implements ServiceLauncher {

    private final Map<Service, Path> executables = new EnumMap<>(Service.class);

    /** Fails before anything is started where one of the four is missing, and names every one that is. */
    NativeExecutables(Path home) {
        List<String> missing = new ArrayList<>();
        for (Service service : Service.values()) {
            Path target = home.resolve(service.module()).resolve("target");
            runnerIn(target)
                    .ifPresentOrElse(
                            runner -> executables.put(service, runner),
                            () -> missing.add(target.resolve("*-runner").toString()));
        }
        if (!missing.isEmpty()) {
            throw new StackFailure(
                    "there is no native executable of every service; ./muster native builds them", missing);
        }
    }

    @Override
    public List<String> command(Service service) {
        return List.of(executables.get(service).toString(), "-Xmx64m");
    }

    private static Optional<Path> runnerIn(Path target) {
        if (!Files.isDirectory(target)) {
            return Optional.empty();
        }
        try (Stream<Path> files = Files.list(target)) {
            return files.filter(file -> file.getFileName().toString().endsWith("-runner"))
                    .filter(Files::isExecutable)
                    .findFirst();
        } catch (IOException e) {
            throw new StackFailure("cannot look into " + target + ": " + e.getMessage(), e);
        }
    }
}

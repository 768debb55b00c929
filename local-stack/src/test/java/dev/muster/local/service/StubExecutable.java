package dev.muster.local.service;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;

/** Stands in for a service's native executable: a program that becomes a {@link StubService} with its arguments. */
public final class StubExecutable {

    private StubExecutable() {}

    /** Puts the program where {@code ./muster native} leaves that of the service. */
    public static Path of(Service service, Path home) throws IOException {
        Path target = Files.createDirectories(home.resolve(service.module()).resolve("target"));
        String stub = StubService.command(service.module()).stream()
                .map(word -> "'" + word + "'")
                .collect(Collectors.joining(" "));
        Path program = Files.writeString(
                target.resolve(service.module() + "-0.1.0-runner"), "#!/bin/sh\nexec " + stub + " \"$@\"\n");
        if (!program.toFile().setExecutable(true)) {
            throw new IOException(program + " cannot be made executable");
        }
        return program;
    }
}

package dev.muster.local.postgres;

import dev.muster.local.StackFailure;
import dev.muster.local.stack.ProcessEnd;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** A PostgreSQL server that nobody looks after any more: its supervisor was killed, or its start was broken off. */
public final class OrphanedPostgres {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private OrphanedPostgres() {}

    /**
     * Stops the server of the data directory if one runs, and removes a pid file whose pid now belongs to another
     * program, which PostgreSQL itself would take for a running server. Any other stale pid file is PostgreSQL's to judge.
     */
    public static void stop(Path dataDirectory) {
        Optional<ProcessHandle> recorded = recordedProcess(dataDirectory);
        Optional<ProcessHandle> server = find(dataDirectory);
        if (server.isPresent()) {
            stop(server.get());
        } else if (recorded.isPresent()) {
            deletePidFile(dataDirectory);
        }
    }

    /** The server that runs on the data directory. */
    static Optional<ProcessHandle> find(Path dataDirectory) {
        return recordedProcess(dataDirectory).filter(process -> isServerOf(dataDirectory, process));
    }

    private static Optional<ProcessHandle> recordedProcess(Path dataDirectory) {
        return recordedPid(dataDirectory).flatMap(ProcessHandle::of).filter(ProcessHandle::isAlive);
    }

    /** The pid in {@code postmaster.pid}; empty when there is no such file. */
    private static Optional<Long> recordedPid(Path dataDirectory) {
        try {
            List<String> lines = Files.readAllLines(pidFile(dataDirectory));
            return lines.isEmpty()
                    ? Optional.empty()
                    : Optional.of(Long.valueOf(lines.get(0).strip()));
        } catch (NoSuchFileException | NumberFormatException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new StackFailure("cannot read " + pidFile(dataDirectory) + ": " + e.getMessage(), e);
        }
    }

    private static boolean isServerOf(Path dataDirectory, ProcessHandle process) {
        String command = process.info().commandLine().orElse("");
        return command.contains("postgres") && command.contains(dataDirectory.toString());
    }

    /** SIGINT is PostgreSQL's fast shutdown: it ends sessions and writes a clean checkpoint. */
    private static void stop(ProcessHandle server) {
        try {
            new ProcessBuilder("kill", "-INT", Long.toString(server.pid()))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (InterruptedException e) {
            throw StackFailure.interrupted(e);
        } catch (IOException e) {
            server.destroy();
        }
        awaitEnd(server);
    }

    /** Waits for a server that was told to stop, and ends it by force when it takes too long. */
    static void awaitEnd(ProcessHandle server) {
        if (!ProcessEnd.await(server, PATIENCE)) {
            server.destroyForcibly();
        }
    }

    private static void deletePidFile(Path dataDirectory) {
        try {
            Files.deleteIfExists(pidFile(dataDirectory));
        } catch (IOException e) {
            throw new StackFailure("cannot delete " + pidFile(dataDirectory) + ": " + e.getMessage(), e);
        }
    }

    private static Path pidFile(Path dataDirectory) {
        return dataDirectory.resolve("postmaster.pid");
    }
}

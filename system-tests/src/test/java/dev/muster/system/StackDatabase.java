package dev.muster.system;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The PostgreSQL of a stack that was started for the tests, with what can befall it. */
final class StackDatabase {

    private final ProcessHandle postmaster;

    private StackDatabase(ProcessHandle postmaster) {
        this.postmaster = postmaster;
    }

    /** That of the stack that writes the file that MUSTER_STACK_JSON names. */
    static StackDatabase running() throws IOException {
        Path state = Path.of(System.getenv("MUSTER_STACK_JSON"));
        for (JsonNode process : new ObjectMapper().readTree(state.toFile()).path("processes")) {
            if (process.path("name").asText().equals("postgresql")) {
                return new StackDatabase(
                        ProcessHandle.of(process.path("pid").asLong()).orElseThrow());
            }
        }
        throw new IOException("The stack has no PostgreSQL");
    }

    /**
     * Stops all its processes where they are (SIGSTOP): connections stay open and nothing comes back, which is worse
     * than a server that refuses. They go on when this is closed.
     */
    Closeable freeze() throws IOException {
        List<ProcessHandle> all =
                Stream.concat(Stream.of(postmaster), postmaster.descendants()).toList();
        signal("-STOP", all);
        return () -> signal("-CONT", all);
    }

    /** Kills one of its processes (SIGKILL): it ends every connection, recovers from its log and serves again. */
    void crash() throws IOException {
        signal("-KILL", postmaster.children().limit(1).toList());
    }

    private static void signal(String signal, List<ProcessHandle> processes) throws IOException {
        List<String> command = Stream.concat(
                        Stream.of("kill", signal), processes.stream().map(process -> Long.toString(process.pid())))
                .toList();
        // one that ended since then makes kill complain, and the others get their signal all the same
        new ProcessBuilder(command).inheritIO().start().onExit().join();
    }
}

package dev.muster.local.stack;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.muster.local.service.HealthProbe;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * How the stack is at this moment: what it recorded, and what its processes answer now.
 *
 * @param phase what the stack says of itself in lower case; {@code stopped} when none runs
 * @param ready whether every process is up and answers
 */
@JsonPropertyOrder({"phase", "ready", "baseUrl", "mailUrl", "smtpPort", "postgresPort", "startedAt", "readyAfterMillis"
})
public record StackStatus(
        String phase,
        boolean ready,
        String baseUrl,
        String mailUrl,
        int smtpPort,
        int postgresPort,
        String startedAt,
        Long readyAfterMillis,
        List<Row> processes) {

    /**
     * One process of the table.
     *
     * @param state {@code ready}, {@code not ready} or {@code dead}
     * @param memoryKib resident memory; PostgreSQL's is that of all its processes, shared memory counted once
     */
    public record Row(
            String name,
            String service,
            int replica,
            long pid,
            int port,
            Integer managementPort,
            String state,
            long memoryKib,
            Long readyAfterMillis,
            long uptimeSeconds) {}

    /** The status where no stack runs. */
    public static StackStatus notRunning() {
        return new StackStatus("stopped", false, null, null, 0, 0, null, null, List.of());
    }

    /** Looks at every recorded process. */
    public static StackStatus of(StackState state) {
        List<Row> processes = state.processes().parallelStream()
                .map(entry -> look(entry, state.mailUrl()))
                .toList();
        boolean ready = state.phase() == StackState.Phase.READY
                && processes.stream().allMatch(process -> process.state().equals("ready"));
        return new StackStatus(
                state.phase().name().toLowerCase(Locale.ROOT),
                ready,
                state.baseUrl(),
                state.mailUrl(),
                state.smtpPort(),
                state.postgresPort(),
                state.startedAt(),
                state.readyAfterMillis(),
                processes);
    }

    private static Row look(StackState.Entry entry, String mailUrl) {
        Optional<ProcessHandle> process = entry.identity().find();
        String state = process.isEmpty() ? "dead" : answers(entry, mailUrl) ? "ready" : "not ready";
        return new Row(
                entry.name(),
                entry.service(),
                entry.replica(),
                entry.pid(),
                entry.port(),
                entry.managementPort(),
                state,
                process.map(handle -> memoryOf(entry, handle)).orElse(0L),
                entry.readyAfterMillis(),
                process.flatMap(handle -> handle.info().startInstant())
                        .map(start -> Duration.between(start, Instant.now()).toSeconds())
                        .orElse(0L));
    }

    /** PostgreSQL is many processes; below the gateway are the services, which have rows of their own. */
    private static long memoryOf(StackState.Entry entry, ProcessHandle process) {
        return entry.name().equals(StackState.POSTGRES)
                ? ProcessMemory.ofTree(process)
                : ProcessMemory.ofProcess(process);
    }

    private static boolean answers(StackState.Entry entry, String mailUrl) {
        if (entry.managementPort() != null) {
            return HealthProbe.isReady(entry.managementPort());
        }
        if (entry.name().equals(StackState.SUPERVISOR)) {
            return FreePorts.isTaken(entry.port()) && HealthProbe.answers200(mailUrl + "/api/newest");
        }
        return FreePorts.isTaken(entry.port());
    }
}

package dev.muster.local.stack;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
import java.util.Optional;

/**
 * What the stack tells about itself in {@code stack.json}, for the other commands and for the system tests.
 *
 * @param startedAt when {@code up} began, RFC 3339
 * @param readyAfterMillis from {@code up} to everything ready; null before that
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
@JsonPropertyOrder({"phase", "baseUrl", "mailUrl", "smtpPort", "postgresPort", "startedAt", "readyAfterMillis"})
public record StackState(
        Phase phase,
        String baseUrl,
        String mailUrl,
        int smtpPort,
        int postgresPort,
        String startedAt,
        Long readyAfterMillis,
        List<Entry> processes) {

    /** The name under which the process that runs all others is listed. */
    public static final String SUPERVISOR = "gateway";

    public static final String POSTGRES = "postgresql";

    /** How far the stack is. */
    public enum Phase {
        STARTING,
        READY,
        STOPPING
    }

    /**
     * One process of the stack.
     *
     * @param service the service's name; null for the gateway and PostgreSQL
     * @param mark together with the pid, the process beyond doubt
     * @param managementPort where health and metrics are; null when it has none
     * @param readyAfterMillis from the process's start to its being ready; null before that
     */
    public record Entry(
            String name,
            String service,
            int replica,
            long pid,
            String mark,
            int port,
            Integer managementPort,
            Long readyAfterMillis) {

        public ProcessIdentity identity() {
            return new ProcessIdentity(pid, mark);
        }
    }

    /** The process that runs all others. */
    public Optional<Entry> supervisor() {
        return processes.stream()
                .filter(entry -> entry.name().equals(SUPERVISOR))
                .findFirst();
    }

    /** Whether the stack that wrote this still runs. */
    public boolean runs() {
        return supervisor()
                .map(Entry::identity)
                .filter(ProcessIdentity::isAlive)
                .isPresent();
    }
}

package dev.muster.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/**
 * The processes of a local stack that starts them again when they end ({@code --restart-services}); none but these are
 * ever touched.
 */
public final class Replicas {

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final Duration POLL = Duration.ofMillis(50);

    private final Path state;
    private final ObjectMapper json = new ObjectMapper();

    /** The stack that writes the given state file. */
    public Replicas(Path state) {
        this.state = state;
    }

    /** One process of a service. */
    public record Replica(String name, String service, long pid, int managementPort, boolean ready) {}

    /** All replicas of all services, as they are now. */
    public List<Replica> all() {
        List<Replica> replicas = new ArrayList<>();
        for (JsonNode process : read().path("processes")) {
            if (process.hasNonNull("service")) {
                replicas.add(new Replica(
                        process.path("name").asText(),
                        process.path("service").asText(),
                        process.path("pid").asLong(),
                        process.path("managementPort").asInt(),
                        process.hasNonNull("readyAfterMillis")));
            }
        }
        return replicas;
    }

    /** Asks the process to end (SIGTERM), waits until another has taken its place and is ready, and says how long. */
    public Restart restart(Replica replica) {
        return replace(replica, handle(replica)::destroy);
    }

    /** Ends the process without a word (SIGKILL), and waits as {@link #restart}. */
    public Restart kill(Replica replica) {
        return replace(replica, handle(replica)::destroyForcibly);
    }

    /** How long the old process took to end, and the new one to be ready after that. */
    public record Restart(Duration drain, Duration start) {}

    private Restart replace(Replica replica, Runnable end) {
        ProcessHandle process = handle(replica);
        long begin = System.nanoTime();
        end.run();
        await(replica, () -> !process.isAlive());
        long ended = System.nanoTime();
        await(
                replica,
                () -> all().stream()
                        .anyMatch(it -> it.name().equals(replica.name()) && it.pid() != replica.pid() && it.ready()));
        return new Restart(Duration.ofNanos(ended - begin), Duration.ofNanos(System.nanoTime() - ended));
    }

    private static ProcessHandle handle(Replica replica) {
        return ProcessHandle.of(replica.pid())
                .orElseThrow(() -> new IllegalStateException(replica.name() + " does not run"));
    }

    private static void await(Replica replica, BooleanSupplier condition) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - deadline > 0) {
                throw new IllegalStateException(replica.name() + " was not replaced within " + PATIENCE);
            }
            LockSupport.parkNanos(POLL.toNanos());
        }
    }

    /** The file is replaced as a whole, so each reading sees one state. */
    private JsonNode read() {
        try {
            return json.readTree(state.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException("The stack's state cannot be read: " + state, e);
        }
    }
}

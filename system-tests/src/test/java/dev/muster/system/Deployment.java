package dev.muster.system;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The deployment under test. {@code BASE_URL} names its gateway; a stack started by {@code ./muster} also tells where
 * each replica listens ({@code MUSTER_STACK_JSON}), so that every one of them is asked and not only the one that the
 * gateway picks.
 */
public final class Deployment {

    private static final Map<String, String> OWN_PATHS = Map.of(
            "identity-service", "/users/view.json",
            "org-service", "/users/organizations.json",
            "session-service", "/users/logins.json",
            "reference-data-service", "/users/user_groups.json");

    private Deployment() {}

    /** An address that shows whether one replica of a service accepts a token. */
    public record Probe(String replica, String url) {

        @Override
        public String toString() {
            return replica;
        }
    }

    public static String baseUrl() {
        return System.getenv().getOrDefault("BASE_URL", "http://localhost:8080");
    }

    /** One probe for every replica of every service; of every service through the gateway where replicas are hidden. */
    public static List<Probe> probes() {
        String stack = System.getenv("MUSTER_STACK_JSON");
        List<Probe> probes = new ArrayList<>();
        if (stack != null) {
            processes(Path.of(stack)).forEach(process -> addProbe(probes, process));
        }
        OWN_PATHS.forEach((service, path) -> probes.add(new Probe("gateway to " + service, baseUrl() + path)));
        return probes;
    }

    /** Whether this deployment shows its processes and starts those again that die. */
    public static boolean canKill() {
        return System.getenv("MUSTER_STACK_JSON") != null;
    }

    /** Kills every replica of the service as a power failure would, and returns when they are dead. */
    public static void kill(String service) {
        for (JsonNode process : processes(Path.of(System.getenv("MUSTER_STACK_JSON")))) {
            if (service.equals(process.path("service").asText())) {
                ProcessHandle.of(process.path("pid").asLong()).ifPresent(running -> {
                    running.destroyForcibly();
                    running.onExit().join();
                });
            }
        }
    }

    private static void addProbe(List<Probe> probes, JsonNode process) {
        String path = OWN_PATHS.get(process.path("service").asText());
        if (path != null) {
            probes.add(new Probe(
                    process.path("name").asText(),
                    "http://127.0.0.1:" + process.path("port").asInt() + path));
        }
    }

    private static JsonNode processes(Path stack) {
        try {
            return new ObjectMapper().readTree(stack.toFile()).path("processes");
        } catch (IOException e) {
            throw new UncheckedIOException("The stack's state cannot be read: " + stack, e);
        }
    }
}

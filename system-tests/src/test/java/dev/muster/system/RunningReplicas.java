package dev.muster.system;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.muster.bench.Replicas;
import dev.muster.bench.Replicas.Replica;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/** The replicas of a stack that {@code ./muster test} started for these tests, where faults may be made. */
final class RunningReplicas {

    /** The order of tests that end replicas: what others ask of a replica must not meet one that is starting. */
    static final int LATE = Integer.MAX_VALUE - 1;

    /** What an earlier test ended may still be starting. */
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private RunningReplicas() {}

    /**
     * The stack's replicas, once all of them are ready; the test is skipped where the deployment is no such stack, or
     * has no replicas to go on.
     */
    static Replicas required() {
        String state = System.getenv("MUSTER_STACK_JSON");
        assumeTrue(state != null, "faults are made only in a stack that was started for the tests");
        Replicas replicas = new Replicas(Path.of(state));
        assumeTrue(
                counts(replicas.all()).stream().allMatch(count -> count > 1),
                "every service needs a second replica that goes on");
        await().atMost(PATIENCE).until(() -> replicas.all().stream().allMatch(Replica::ready));
        return replicas;
    }

    private static List<Long> counts(List<Replica> replicas) {
        return List.copyOf(replicas.stream()
                .collect(Collectors.groupingBy(Replica::service, Collectors.counting()))
                .values());
    }
}

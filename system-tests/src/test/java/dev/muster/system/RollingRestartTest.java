package dev.muster.system;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.bench.Load;
import dev.muster.bench.Load.Request;
import dev.muster.bench.Replicas;
import dev.muster.bench.Replicas.Replica;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** What people notice of a rolling update: nothing. {@code ./muster bench rolling-restart} restarts every replica. */
@Order(RunningReplicas.LATE)
class RollingRestartTest {

    private static final int CALLERS = 4;
    private static final Duration PAUSE = Duration.ofMillis(200);

    private final Replicas replicas = RunningReplicas.required();

    @Test
    @DisplayName("R48 a replica of every service is restarted under load, and no request fails")
    void noRequestFailsWhileReplicasAreRestarted() {
        List<Replica> oneOfEach =
                replicas.all().stream().collect(Collectors.groupingBy(Replica::service)).values().stream()
                        .map(alike -> alike.get(0))
                        .toList();
        Load load = Load.start(CALLERS, PAUSE);
        try (load) {
            oneOfEach.forEach(replicas::restart);
        }

        assertThat(load.failures()).isEmpty();
        assertThat(load.answered()).containsOnlyKeys(Request.values());
    }
}

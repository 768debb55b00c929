package dev.muster.system;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.bench.Load;
import dev.muster.bench.Replicas;
import dev.muster.bench.Replicas.Replica;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a process costs that ends without a word (SIGKILL). */
@Order(RunningReplicas.LATE)
class KilledServiceTest {

    private static final int CALLERS = 4;
    private static final Duration PAUSE = Duration.ofMillis(200);

    /** Until the kill has been sent; a request that begins after it meets a closed port and goes elsewhere. */
    private static final Duration KILLING = Duration.ofMillis(500);

    private static final Duration RECOVERY = Duration.ofSeconds(10);

    private final Replicas replicas = RunningReplicas.required();

    static Stream<String> services() {
        return Stream.of("identity-service", "org-service", "session-service", "reference-data-service");
    }

    @ParameterizedTest
    @MethodSource("services")
    @DisplayName("R44 a killed replica costs the requests in flight and no acknowledged write, and is back within 10 s")
    void aKilledReplicaCostsOnlyWhatWasInFlight(String service) {
        Replica victim = first(service);
        Load load = Load.start(CALLERS, PAUSE);
        Ledger ledger = Ledger.start();
        Duration killed;
        try (load;
                ledger) {
            killed = load.elapsed();
            replicas.kill(victim);
        }

        assertThat(load.failures())
                .allSatisfy(failure -> assertThat(failure.at().minus(failure.took()))
                        .as("the begin of %s", failure)
                        .isLessThan(killed.plus(KILLING)));
        ledger.assertNothingIsLost();
        assertServesAgain(first(service));
    }

    private Replica first(String service) {
        return replicas.all().stream()
                .filter(replica -> replica.service().equals(service))
                .findFirst()
                .orElseThrow();
    }

    /** The restarted process itself, not the one that went on. */
    private static void assertServesAgain(Replica replica) {
        String token = Demo.signIn(Demo.PILOT);
        Deployment.Probe probe = Deployment.probes().stream()
                .filter(it -> it.replica().equals(replica.name()))
                .findFirst()
                .orElseThrow();
        long start = System.nanoTime();
        int status;
        do {
            status = Refusal.status(probe, token);
        } while (status != 200 && System.nanoTime() - start < RECOVERY.toNanos());
        assertThat(status).as("answer of %s after its restart", replica.name()).isEqualTo(200);
    }
}

package dev.muster.bench;

import dev.muster.bench.Load.Failure;
import dev.muster.bench.Load.Request;
import dev.muster.bench.Replicas.Replica;
import dev.muster.bench.Replicas.Restart;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Restarts every replica of every service, one after the other, under load; no request may fail. */
@Command(
        name = "rolling-restart",
        mixinStandardHelpOptions = true,
        description = "Restarts every replica under load and counts the requests that fail.")
class RollingRestart implements Callable<Integer> {

    private static final Duration QUIET = Duration.ofSeconds(5);

    @Option(names = "--callers", defaultValue = "4", description = "Callers (default: ${DEFAULT-VALUE}).")
    private int callers = 4;

    @Option(
            names = "--pause",
            defaultValue = "200",
            description = "Milliseconds from a caller's request to its next (default: ${DEFAULT-VALUE}).")
    private int pause = 200;

    @Override
    public Integer call() throws InterruptedException {
        String state = System.getenv("MUSTER_STACK_JSON");
        if (state == null) {
            System.err.println("rolling-restart needs a stack of ./muster, which starts again what ends");
            return 2;
        }
        Replicas replicas = new Replicas(Path.of(state));
        System.out.printf("%d callers, a request each %d ms%n", callers, pause);
        Load load = Load.start(callers, Duration.ofMillis(pause));
        try (load) {
            TimeUnit.NANOSECONDS.sleep(QUIET.toNanos());
            for (Replica replica : replicas.all()) {
                int before = load.failures().size();
                restart(replicas, replica, load);
                List<Failure> failures = load.failures();
                print(failures.subList(before, failures.size()));
            }
            TimeUnit.NANOSECONDS.sleep(QUIET.toNanos());
        }
        print(load);
        return load.failures().isEmpty() ? 0 : 1;
    }

    private static void restart(Replicas replicas, Replica replica, Load load) {
        Duration at = load.elapsed();
        Restart restart = replicas.restart(replica);
        System.out.printf(
                "at %6.1f s  %-26s drained in %5.1f s, the next one ready in %5.1f s%n",
                seconds(at), replica.name(), seconds(restart.drain()), seconds(restart.start()));
    }

    private static void print(Load load) {
        System.out.printf("%-10s %9s %8s %8s %8s   milliseconds%n", "request", "answered", "p50", "p99", "max");
        for (Map.Entry<Request, List<Duration>> entry : load.answered().entrySet()) {
            Percentiles times = Percentiles.of(entry.getValue());
            System.out.printf(
                    "%-10s %9d %8s %8s %8s%n",
                    entry.getKey(), entry.getValue().size(), times.millis(0.5), times.millis(0.99), times.millis(1));
        }
        System.out.printf("failed requests: %d%n", load.failures().size());
    }

    private static void print(List<Failure> failures) {
        for (Failure failure : failures) {
            System.out.printf(
                    "at %6.1f s  %-8s failed after %5.1f s: %s%n",
                    seconds(failure.at()), failure.request(), seconds(failure.took()), failure.reason());
        }
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1e3;
    }
}

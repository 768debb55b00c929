package dev.muster.bench;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * From the answer of the call that closed a session to the last time that each replica accepted its token. A watcher per
 * replica asks without a pause from before the close on; an answer counts by the moment at which it was asked for.
 */
@Command(
        name = "revocation",
        mixinStandardHelpOptions = true,
        description = "The time from closing a session to its refusal at each replica.")
class RevocationBenchmark implements Callable<Integer> {

    private static final Duration GIVE_UP = Duration.ofSeconds(10);

    @Option(names = "--closes", defaultValue = "200", description = "Sessions to close (default: ${DEFAULT-VALUE}).")
    private int closes = 200;

    private final Target target = new Target();

    @Override
    public Integer call() throws Exception {
        Map<String, URI> replicas = target.replicas();
        Map<String, List<Duration>> times = new LinkedHashMap<>();
        replicas.keySet().forEach(name -> times.put(name, new ArrayList<>()));
        ExecutorService watchers = Executors.newFixedThreadPool(replicas.size());
        try {
            for (int i = 0; i < closes; i++) {
                measureOne(replicas, times, watchers);
            }
        } finally {
            watchers.shutdownNow();
        }
        print(times);
        return 0;
    }

    private void measureOne(Map<String, URI> replicas, Map<String, List<Duration>> times, ExecutorService watchers)
            throws Exception {
        String closer = target.signIn();
        String token = target.signIn();
        String session = target.sessionOf(token);
        Map<String, Future<Long>> watches = new LinkedHashMap<>();
        for (Map.Entry<String, URI> replica : replicas.entrySet()) {
            requireAccepted(replica.getValue(), token);
            watches.put(replica.getKey(), watchers.submit(() -> lastAccepted(replica.getValue(), token)));
        }
        target.close(session, closer);
        long closedAt = System.nanoTime();
        target.close(target.sessionOf(closer), closer);
        for (Map.Entry<String, Future<Long>> watch : watches.entrySet()) {
            long after = Math.max(0, watch.getValue().get() - closedAt);
            times.get(watch.getKey()).add(Duration.ofNanos(after));
        }
    }

    private void requireAccepted(URI replica, String token) throws IOException, InterruptedException {
        if (target.status(replica, token) != 200) {
            throw new IOException(replica + " does not accept a fresh token");
        }
    }

    private long lastAccepted(URI replica, String token) throws IOException, InterruptedException {
        long start = System.nanoTime();
        long accepted = start;
        while (System.nanoTime() - start < GIVE_UP.toNanos()) {
            long asked = System.nanoTime();
            if (target.status(replica, token) != 200) {
                return accepted;
            }
            accepted = asked;
        }
        throw new IOException(replica + " still accepts a closed session");
    }

    private void print(Map<String, List<Duration>> times) {
        System.out.printf("Milliseconds from the close being answered to the last acceptance, %d closes%n", closes);
        System.out.printf("%-28s %8s %8s %8s%n", "replica", "p50", "p99", "max");
        times.forEach((name, samples) -> {
            Percentiles percentiles = Percentiles.of(samples);
            System.out.printf(
                    "%-28s %8s %8s %8s%n",
                    name, percentiles.millis(0.5), percentiles.millis(0.99), percentiles.millis(1));
        });
    }
}

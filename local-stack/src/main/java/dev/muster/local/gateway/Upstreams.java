package dev.muster.local.gateway;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Where the replicas of each service listen on 127.0.0.1, taken in turn, those that are not ready last. */
public final class Upstreams {

    private final Map<String, List<Integer>> ports;
    private final Map<String, AtomicInteger> turns = new ConcurrentHashMap<>();
    private final Set<Integer> unready = ConcurrentHashMap.newKeySet();

    public Upstreams(Map<String, List<Integer>> ports) {
        this.ports = Map.copyOf(ports);
    }

    /** Whether the replica that listens on a port is to be asked like the others. */
    void setReady(int port, boolean ready) {
        if (ready) {
            unready.remove(port);
        } else {
            unready.add(port);
        }
    }

    /** All replicas' ports of the service, beginning with the one whose turn it is; empty for an unknown service. */
    List<Integer> inTurn(String service) {
        List<Integer> replicas = ports.getOrDefault(service, List.of());
        if (replicas.size() < 2) {
            return replicas;
        }
        List<Integer> ready =
                replicas.stream().filter(port -> !unready.contains(port)).toList();
        int turn = turns.computeIfAbsent(service, unused -> new AtomicInteger()).getAndIncrement();
        return Stream.concat(rotated(ready, turn), replicas.stream().filter(port -> !ready.contains(port)))
                .toList();
    }

    private static Stream<Integer> rotated(List<Integer> replicas, int turn) {
        return IntStream.range(0, replicas.size())
                .mapToObj(step -> replicas.get(Math.floorMod(turn + step, replicas.size())));
    }
}

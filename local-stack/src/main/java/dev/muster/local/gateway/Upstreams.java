package dev.muster.local.gateway;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/** Where the replicas of each service listen on 127.0.0.1, taken in turn. */
public final class Upstreams {

    private final Map<String, List<Integer>> ports;
    private final Map<String, AtomicInteger> turns = new ConcurrentHashMap<>();

    public Upstreams(Map<String, List<Integer>> ports) {
        this.ports = Map.copyOf(ports);
    }

    /** All replicas' ports of the service, beginning with the one whose turn it is; empty for an unknown service. */
    List<Integer> inTurn(String service) {
        List<Integer> replicas = ports.getOrDefault(service, List.of());
        if (replicas.size() < 2) {
            return replicas;
        }
        int turn = turns.computeIfAbsent(service, unused -> new AtomicInteger()).getAndIncrement();
        int first = Math.floorMod(turn, replicas.size());
        return IntStream.range(0, replicas.size())
                .mapToObj(step -> replicas.get((first + step) % replicas.size()))
                .toList();
    }
}

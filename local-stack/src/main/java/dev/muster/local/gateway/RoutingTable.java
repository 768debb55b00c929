package dev.muster.local.gateway;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The rules of an ingress, strongest first. */
public final class RoutingTable {

    private final List<RoutingRule> strongestFirst;

    public RoutingTable(List<RoutingRule> rules) {
        strongestFirst = rules.stream()
                .sorted(Comparator.comparingInt(RoutingRule::weight).reversed())
                .toList();
    }

    /** The service that answers for a decoded path; empty where no rule covers it. */
    public Optional<String> serviceFor(String path) {
        return strongestFirst.stream()
                .filter(rule -> rule.covers(path))
                .map(RoutingRule::service)
                .findFirst();
    }

    /** Every service that some rule names. */
    public Set<String> services() {
        return strongestFirst.stream().map(RoutingRule::service).collect(Collectors.toCollection(TreeSet::new));
    }

    /** The rules, strongest first. */
    public List<RoutingRule> rules() {
        return strongestFirst;
    }
}

package dev.muster.manifests;

import io.fabric8.kubernetes.api.model.LabelSelector;
import java.util.Map;

/**
 * Somebody who may open connections or take them.
 *
 * @param ports what it listens on, by the names that docs/paths.md uses
 */
record Actor(
        String name,
        Map<String, String> namespace,
        Map<String, String> labels,
        String address,
        Map<String, Integer> ports) {

    private static final Map<String, String> MUSTER = Map.of("kubernetes.io/metadata.name", "muster");

    static Actor pod(String name, Map<String, String> labels, Map<String, Integer> ports) {
        return new Actor(name, MUSTER, labels, "10.1.1.1", ports);
    }

    static Actor elsewhere(
            String name, Map<String, String> namespace, Map<String, String> labels, Map<String, Integer> ports) {
        return new Actor(name, namespace, labels, "10.2.2.2", ports);
    }

    static Actor outside(String name, String address, Map<String, Integer> ports) {
        return new Actor(name, Map.of(), Map.of(), address, ports);
    }

    boolean isInNamespace() {
        return namespace.equals(MUSTER);
    }

    boolean is(LabelSelector selector) {
        return matches(selector, labels);
    }

    boolean isIn(LabelSelector selector) {
        return !namespace.isEmpty() && matches(selector, namespace);
    }

    private static boolean matches(LabelSelector selector, Map<String, String> labels) {
        if (!selector.getMatchExpressions().isEmpty()) {
            throw new IllegalArgumentException("Expressions in selectors are not understood here");
        }
        return selector.getMatchLabels() == null
                || labels.entrySet().containsAll(selector.getMatchLabels().entrySet());
    }
}

package dev.muster.manifests;

import io.fabric8.kubernetes.api.model.ContainerPort;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Who is on the network of a rendering: its pods, the cluster's, and strangers. */
final class Actors {

    private Actors() {}

    static List<Actor> of(Rendering rendering) {
        List<Actor> actors = new ArrayList<>();
        rendering
                .objects(Deployment.class)
                .forEach(it ->
                        actors.add(pod(it.getMetadata().getName(), it.getSpec().getTemplate())));
        rendering
                .objects(StatefulSet.class)
                .forEach(it -> actors.add(pod("database", it.getSpec().getTemplate())));
        if (rendering != Rendering.DEV) {
            actors.add(Actor.pod("database", Map.of("cnpg.io/cluster", "database"), Map.of()));
            actors.add(Actor.outside("mail", "203.0.113.25", Map.of("smtp", 587)));
            actors.add(Actor.elsewhere(
                    "database operator",
                    Map.of("kubernetes.io/metadata.name", "cnpg-system"),
                    Map.of("app.kubernetes.io/name", "cloudnative-pg"),
                    Map.of()));
        }
        actors.add(Actor.elsewhere("monitoring", Map.of("muster.dev/monitoring", "allowed"), Map.of(), Map.of()));
        actors.add(Actor.elsewhere("ingress controller", Map.of("muster.dev/ingress", "allowed"), Map.of(), Map.of()));
        actors.add(Actor.elsewhere(
                "name server",
                Map.of("kubernetes.io/metadata.name", "kube-system"),
                Map.of("k8s-app", "kube-dns"),
                Map.of()));
        actors.add(Actor.elsewhere(
                "stranger in another namespace",
                Map.of("kubernetes.io/metadata.name", "default"),
                Map.of("app.kubernetes.io/name", "identity-service", "app.kubernetes.io/component", "service"),
                Map.of()));
        actors.add(Actor.pod("stranger in this namespace", Map.of("app", "stranger"), Map.of()));
        actors.add(Actor.outside("stranger outside", "198.51.100.7", Map.of()));
        return actors;
    }

    private static Actor pod(String name, PodTemplateSpec template) {
        Map<String, Integer> ports = template.getSpec().getContainers().stream()
                .flatMap(container -> container.getPorts().stream())
                .collect(Collectors.toMap(ContainerPort::getName, ContainerPort::getContainerPort));
        return Actor.pod(name, template.getMetadata().getLabels(), ports);
    }
}

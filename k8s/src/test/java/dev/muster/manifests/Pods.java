package dev.muster.manifests;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import java.util.List;
import java.util.stream.Stream;

/** The pods that a rendering makes. */
final class Pods {

    private Pods() {}

    static List<PodTemplateSpec> all(Rendering rendering) {
        return Stream.concat(
                        rendering.objects(Deployment.class).stream()
                                .map(it -> it.getSpec().getTemplate()),
                        rendering.objects(StatefulSet.class).stream()
                                .map(it -> it.getSpec().getTemplate()))
                .toList();
    }

    static List<PodTemplateSpec> services(Rendering rendering) {
        return all(rendering).stream().filter(Pods::isService).toList();
    }

    static List<Container> containers(Rendering rendering) {
        return all(rendering).stream()
                .flatMap(pod -> pod.getSpec().getContainers().stream())
                .toList();
    }

    static List<EnvVar> variables(Rendering rendering) {
        return containers(rendering).stream()
                .flatMap(container -> container.getEnv().stream())
                .toList();
    }

    static Container service(PodTemplateSpec pod) {
        return pod.getSpec().getContainers().get(0);
    }

    static String name(PodTemplateSpec pod) {
        return pod.getMetadata().getLabels().get("app.kubernetes.io/name");
    }

    private static boolean isService(PodTemplateSpec pod) {
        return "service".equals(pod.getMetadata().getLabels().get("app.kubernetes.io/component"));
    }
}

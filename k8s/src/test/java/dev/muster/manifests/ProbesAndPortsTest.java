package dev.muster.manifests;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.Probe;
import io.fabric8.kubernetes.api.model.Service;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the manifests call is what the services serve. */
class ProbesAndPortsTest {

    @ParameterizedTest
    @EnumSource
    void everyServiceIsProbedWhereTheHealthExtensionAnswers(Rendering rendering) {
        assertThat(Pods.services(rendering))
                .hasSize(4)
                .extracting(Pods::service)
                .allSatisfy(container -> {
                    assertThat(path(container.getStartupProbe())).isEqualTo("management /q/health/started");
                    assertThat(path(container.getReadinessProbe())).isEqualTo("management /q/health/ready");
                    assertThat(path(container.getLivenessProbe())).isEqualTo("management /q/health/live");
                });
    }

    private static String path(Probe probe) {
        return probe.getHttpGet().getPort().getStrVal() + " "
                + probe.getHttpGet().getPath();
    }

    @Test
    void theHealthExtensionIsThereWithItsUsualPathsOnTheManagementPort() {
        assertThat(Repository.read("service-kit/pom.xml"))
                .contains("<artifactId>quarkus-smallrye-health</artifactId>")
                .contains("<artifactId>quarkus-micrometer-registry-prometheus</artifactId>");
        assertThat(Repository.SERVICES).map(ServiceProperties::new).allSatisfy(service -> {
            assertThat(service.get("quarkus.management.enabled")).isEqualTo("true");
            assertThat(service.names())
                    .noneMatch(name -> name.startsWith("quarkus.smallrye-health") && name.endsWith("-path"))
                    .doesNotContain(
                            "quarkus.http.root-path",
                            "quarkus.http.non-application-root-path",
                            "quarkus.management.root-path",
                            "quarkus.micrometer.export.prometheus.path");
        });
    }

    @ParameterizedTest
    @EnumSource
    void everyPodListensOnThePortsThatItsServiceIsBuiltWith(Rendering rendering) {
        assertThat(Pods.services(rendering)).allSatisfy(pod -> {
            ServiceProperties settings = new ServiceProperties(Pods.name(pod));
            assertThat(ports(pod))
                    .containsExactlyInAnyOrderEntriesOf(Map.of(
                            "http", settings.number("quarkus.http.port"),
                            "management", settings.number("quarkus.management.port")));
        });
    }

    private static Map<String, Integer> ports(PodTemplateSpec pod) {
        return Pods.service(pod).getPorts().stream()
                .collect(Collectors.toMap(port -> port.getName(), port -> port.getContainerPort()));
    }

    @ParameterizedTest
    @EnumSource
    void everyServiceSelectsPodsThatHaveItsPort(Rendering rendering) {
        assertThat(rendering.objects(Service.class)).allSatisfy(service -> {
            assertThat(selected(rendering, service))
                    .hasSize(1)
                    .allSatisfy(pod -> assertThat(ports(pod))
                            .containsKeys(service.getSpec().getPorts().stream()
                                    .map(port -> port.getTargetPort().getStrVal())
                                    .toArray(String[]::new)));
        });
    }

    private static Stream<PodTemplateSpec> selected(Rendering rendering, Service service) {
        return Pods.all(rendering).stream()
                .filter(pod -> pod.getMetadata()
                        .getLabels()
                        .entrySet()
                        .containsAll(service.getSpec().getSelector().entrySet()));
    }

    @ParameterizedTest
    @EnumSource
    void everyContainerSaysWhatItNeedsAndMayTake(Rendering rendering) {
        assertThat(Pods.containers(rendering)).allSatisfy(container -> {
            assertThat(bytes(container, "memory", true))
                    .isPositive()
                    .isLessThanOrEqualTo(bytes(container, "memory", false));
            assertThat(bytes(container, "cpu", true)).isPositive().isLessThanOrEqualTo(bytes(container, "cpu", false));
        });
    }

    private static double bytes(Container container, String resource, boolean request) {
        return (request
                        ? container.getResources().getRequests()
                        : container.getResources().getLimits())
                .get(resource)
                .getNumericalAmount()
                .doubleValue();
    }

    @ParameterizedTest
    @EnumSource
    void everyImageHasAVersion(Rendering rendering) {
        assertThat(Pods.containers(rendering))
                .extracting(Container::getImage)
                .allMatch(image -> image.matches("[a-z0-9./-]+:v?[0-9]+\\.[0-9]+(\\.[0-9]+)?"));
    }
}

package dev.muster.manifests;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.HTTPRoute;
import io.fabric8.kubernetes.api.model.networking.v1.HTTPIngressPath;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The ingress and the Gateway API's route are the table of docs/paths.md. */
class RoutingTest {

    private static Set<String> documented() {
        return Repository.table("docs/paths.md", "Which path goes where").stream()
                .flatMap(row ->
                        Stream.concat(rules("Exact", row.get(1), row.get(0)), rules("Prefix", row.get(2), row.get(0))))
                .collect(Collectors.toSet());
    }

    private static Stream<String> rules(String type, String cell, String service) {
        return Stream.of(cell.split("[` ]+"))
                .filter(path -> !path.isBlank())
                .map(path -> type + " " + path + " " + service);
    }

    private static List<HTTPIngressPath> paths(Rendering rendering) {
        return rendering
                .object(Ingress.class, "muster")
                .getSpec()
                .getRules()
                .get(0)
                .getHttp()
                .getPaths();
    }

    @ParameterizedTest
    @EnumSource(names = {"DEV", "PRODUCTION"})
    void theIngressIsTheDocumentedTable(Rendering rendering) {
        assertThat(paths(rendering))
                .extracting(path -> path.getPathType() + " " + path.getPath() + " "
                        + path.getBackend().getService().getName())
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(documented());
    }

    @Test
    void theRouteOfTheGatewayIsTheDocumentedTable() {
        HTTPRoute route = Rendering.COMPLETE.object(HTTPRoute.class, "muster");

        assertThat(route.getSpec().getRules())
                .flatExtracting(rule -> rule.getMatches().stream()
                        .map(match -> match.getPath().getType().replace("PathPrefix", "Prefix") + " "
                                + match.getPath().getValue() + " "
                                + rule.getBackendRefs().get(0).getName())
                        .toList())
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(documented());
    }

    @Test
    void theRouteReplacesTheIngress() {
        assertThat(Rendering.COMPLETE.objects(Ingress.class)).isEmpty();
    }

    @Test
    void theRouteKeepsToTheLimitsOfTheGatewayApi() {
        HTTPRoute route = Rendering.COMPLETE.object(HTTPRoute.class, "muster");

        assertThat(route.getSpec().getRules())
                .hasSizeLessThanOrEqualTo(16)
                .allSatisfy(rule -> assertThat(rule.getMatches()).hasSizeLessThanOrEqualTo(64));
    }

    @ParameterizedTest
    @EnumSource
    void nothingInternalIsRouted(Rendering rendering) {
        assertThat(documented()).noneMatch(rule -> rule.contains("internal") || rule.contains(" /q"));
        assertThat(rendering.objects(Service.class))
                .allMatch(service -> service.getSpec().getType() == null)
                .allMatch(service ->
                        service.getSpec().getPorts().stream().noneMatch(port -> "management".equals(port.getName())));
    }

    @ParameterizedTest
    @EnumSource(names = {"DEV", "PRODUCTION"})
    void everyBackendIsAPortOfAService(Rendering rendering) {
        assertThat(paths(rendering)).allSatisfy(path -> {
            Service service = rendering.object(
                    Service.class, path.getBackend().getService().getName());
            assertThat(service.getSpec().getPorts())
                    .extracting(port -> port.getName())
                    .contains(path.getBackend().getService().getPort().getName());
        });
    }
}

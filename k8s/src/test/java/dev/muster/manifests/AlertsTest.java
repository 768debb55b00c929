package dev.muster.manifests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.openshift.api.model.monitoring.v1.PodMonitor;
import io.fabric8.openshift.api.model.monitoring.v1.PrometheusRule;
import io.fabric8.openshift.api.model.monitoring.v1.Rule;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Alerts and the dashboard ask for metrics that exist, and every alert says what to do. */
class AlertsTest {

    private static final Pattern METRIC = Pattern.compile("\\bmuster_[a-z_]+");
    private static final Pattern REGISTERED = Pattern.compile("\"(muster\\.[a-z]+\\.[a-z.]+)\"");

    private static List<Rule> alerts() {
        return Rendering.COMPLETE.object(PrometheusRule.class, "muster").getSpec().getGroups().stream()
                .flatMap(group -> group.getRules().stream())
                .toList();
    }

    private static String dashboard() {
        return Rendering.COMPLETE
                .object(ConfigMap.class, "muster-dashboard")
                .getData()
                .get("muster.json");
    }

    private static Set<String> metricsOfTheServices() {
        return Stream.concat(Stream.of("service-kit"), Repository.SERVICES.stream())
                .flatMap(module -> Repository.files(module + "/src/main/java").stream())
                .flatMap(file -> REGISTERED.matcher(Repository.read(file)).results())
                .map(match -> match.group(1).replace('.', '_'))
                .collect(Collectors.toSet());
    }

    @Test
    void everyAlertHasItsParagraphAndEveryParagraphItsAlert() {
        assertThat(Repository.read("docs/operations/alerts.md")
                        .lines()
                        .filter(line -> line.startsWith("### "))
                        .map(line -> line.substring("### ".length())))
                .containsExactlyElementsOf(alerts().stream().map(Rule::getAlert).toList());
    }

    @Test
    void everyAlertNamesItsSeverityAndItsParagraph() {
        assertThat(alerts()).allSatisfy(alert -> {
            assertThat(alert.getLabels().get("severity")).isIn("critical", "warning");
            assertThat(alert.getAnnotations().get("summary")).isNotBlank();
            assertThat(alert.getAnnotations().get("runbook"))
                    .isEqualTo("docs/operations/alerts.md#" + alert.getAlert().toLowerCase(Locale.ROOT));
        });
    }

    @Test
    void alertsAndDashboardAskForMetricsThatTheServicesHave() {
        String asked = dashboard()
                + alerts().stream().map(rule -> rule.getExpr().getStrVal()).collect(Collectors.joining());
        Set<String> metrics = metricsOfTheServices();

        assertThat(METRIC.matcher(asked).results().map(MatchResult::group))
                .isNotEmpty()
                .allSatisfy(name -> assertThat(Stream.of("_total", "_seconds", "")
                                .filter(name::endsWith)
                                .map(suffix -> name.substring(0, name.length() - suffix.length())))
                        .anyMatch(metrics::contains));
    }

    @Test
    void theDashboardIsOneThatGrafanaReads() throws JsonProcessingException {
        JsonNode dashboard = new ObjectMapper().readTree(dashboard());

        assertThat(dashboard.at("/title").asText()).isEqualTo("Muster");
        assertThat(dashboard.at("/panels")).isNotEmpty().allSatisfy(panel -> {
            assertThat(panel.at("/title").asText()).isNotBlank();
            assertThat(panel.at("/targets")).isNotEmpty();
        });
    }

    @Test
    void everyReplicaIsMeasured() {
        PodMonitor monitor = Rendering.COMPLETE.object(PodMonitor.class, "muster");

        assertThat(monitor.getSpec().getPodMetricsEndpoints())
                .singleElement()
                .matches(it -> it.getPort().equals("management") && it.getPath().equals("/q/metrics"));
        assertThat(Pods.services(Rendering.COMPLETE))
                .hasSize(4)
                .allMatch(pod -> pod.getMetadata()
                        .getLabels()
                        .entrySet()
                        .containsAll(
                                monitor.getSpec().getSelector().getMatchLabels().entrySet()));
    }
}

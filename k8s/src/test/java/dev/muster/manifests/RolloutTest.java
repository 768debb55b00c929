package dev.muster.manifests;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("R48 a rollout and a node's maintenance take no replica that is needed")
class RolloutTest {

    private static List<Deployment> services(Rendering rendering) {
        return rendering.objects(Deployment.class).stream()
                .filter(it -> Repository.SERVICES.contains(it.getMetadata().getName()))
                .toList();
    }

    @ParameterizedTest
    @EnumSource
    void aNewPodIsReadyBeforeAnOldOneLeaves(Rendering rendering) {
        assertThat(services(rendering)).hasSize(4).allSatisfy(it -> {
            assertThat(it.getSpec()
                            .getStrategy()
                            .getRollingUpdate()
                            .getMaxUnavailable()
                            .getIntVal())
                    .isZero();
            assertThat(it.getSpec()
                            .getStrategy()
                            .getRollingUpdate()
                            .getMaxSurge()
                            .getIntVal())
                    .isPositive();
        });
    }

    @ParameterizedTest
    @EnumSource
    void aPodIsGivenTheTimeToLeaveTheEndpointsAndToFinish(Rendering rendering) {
        Duration leftByKept = setting(rendering, "QUARKUS_SHUTDOWN_DELAY");
        Duration finishing = setting(rendering, "QUARKUS_SHUTDOWN_TIMEOUT");
        assertThat(Pods.services(rendering)).allSatisfy(pod -> {
            long leaving =
                    Pods.service(pod).getLifecycle().getPreStop().getSleep().getSeconds();
            assertThat(leaving).isGreaterThanOrEqualTo(5);
            assertThat(pod.getSpec().getTerminationGracePeriodSeconds())
                    .isGreaterThanOrEqualTo(leaving + leftByKept.toSeconds() + finishing.toSeconds() + 5);
        });
    }

    @ParameterizedTest
    @EnumSource
    void aKeptConnectionIsGivenUpOrToldToCloseBeforeItsReplicaStops(Rendering rendering) {
        Duration delay = setting(rendering, "QUARKUS_SHUTDOWN_DELAY");
        assertThat(Repository.SERVICES).map(ServiceProperties::new).allSatisfy(service -> {
            assertThat(service.get("quarkus.shutdown.delay-enabled")).isEqualTo("true");
            assertThat(service.number("quarkus.rest-client.connection-ttl") + 2_000)
                    .as("a client looks through its idle connections each second")
                    .isLessThan((int) delay.toMillis());
        });
    }

    private static Duration setting(Rendering rendering, String name) {
        return rendering.objects(ConfigMap.class).stream()
                .filter(map -> map.getData().containsKey(name))
                .map(map -> Duration.parse(map.getData().get(name)))
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @EnumSource
    void replicasSpreadOverZonesAndNodes(Rendering rendering) {
        assertThat(Pods.services(rendering))
                .allSatisfy(pod -> assertThat(pod.getSpec().getTopologySpreadConstraints())
                        .extracting(spread -> spread.getTopologyKey())
                        .containsExactly("topology.kubernetes.io/zone", "kubernetes.io/hostname"));
    }

    @ParameterizedTest
    @EnumSource(names = {"PRODUCTION", "COMPLETE"})
    void productionHasThreeReplicasAndLosesOneAtATime(Rendering rendering) {
        assertThat(rendering.objects(HorizontalPodAutoscaler.class)).hasSize(4).allSatisfy(it -> {
            assertThat(it.getSpec().getMinReplicas()).isEqualTo(3);
            assertThat(it.getSpec().getScaleTargetRef().getName())
                    .isEqualTo(it.getMetadata().getName());
        });
        assertThat(rendering.objects(PodDisruptionBudget.class))
                .hasSize(4)
                .allSatisfy(it ->
                        assertThat(it.getSpec().getMaxUnavailable().getIntVal()).isEqualTo(1));
    }

    @ParameterizedTest
    @EnumSource(names = {"PRODUCTION", "COMPLETE"})
    void applyingTheManifestsAgainDoesNotFightTheAutoscaler(Rendering rendering) {
        assertThat(services(rendering)).allMatch(it -> it.getSpec().getReplicas() == null);
    }

    @Test
    void developmentHasOneReplicaAndNothingThatNeedsMore() {
        assertThat(services(Rendering.DEV)).allMatch(it -> it.getSpec().getReplicas() == 1);
        assertThat(Rendering.DEV.objects(HorizontalPodAutoscaler.class)).isEmpty();
        assertThat(Rendering.DEV.objects(PodDisruptionBudget.class)).isEmpty();
    }
}

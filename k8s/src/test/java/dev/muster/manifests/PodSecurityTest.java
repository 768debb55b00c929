package dev.muster.manifests;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.Volume;
import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("R50 every pod, the databases and mail catchers included, is confined")
class PodSecurityTest {

    @ParameterizedTest
    @EnumSource
    void everyPodRunsAsSomebodyElseThanRoot(Rendering rendering) {
        assertThat(Pods.all(rendering)).hasSizeGreaterThanOrEqualTo(4).allSatisfy(pod -> {
            assertThat(pod.getSpec().getSecurityContext().getRunAsNonRoot()).isTrue();
            assertThat(pod.getSpec().getSecurityContext().getRunAsUser()).isPositive();
            assertThat(pod.getSpec().getSecurityContext().getRunAsGroup()).isPositive();
            assertThat(pod.getSpec().getSecurityContext().getSeccompProfile().getType())
                    .isEqualTo("RuntimeDefault");
        });
    }

    @ParameterizedTest
    @EnumSource
    void noContainerCanWriteItsRootOrGainPowers(Rendering rendering) {
        assertThat(Pods.containers(rendering)).allSatisfy(container -> {
            assertThat(container.getSecurityContext().getReadOnlyRootFilesystem())
                    .isTrue();
            assertThat(container.getSecurityContext().getAllowPrivilegeEscalation())
                    .isFalse();
            assertThat(container.getSecurityContext().getCapabilities().getDrop())
                    .containsExactly("ALL");
            assertThat(container.getSecurityContext().getCapabilities().getAdd())
                    .isEmpty();
            assertThat(container.getSecurityContext().getPrivileged()).isNull();
        });
    }

    @ParameterizedTest
    @EnumSource
    void everyPodHasATemporaryDirectoryOfABoundedSize(Rendering rendering) {
        assertThat(Pods.all(rendering)).allSatisfy(pod -> {
            assertThat(Pods.service(pod).getVolumeMounts())
                    .extracting(mount -> mount.getMountPath())
                    .contains("/tmp");
            assertThat(pod.getSpec().getVolumes())
                    .filteredOn(volume -> volume.getEmptyDir() != null)
                    .isNotEmpty()
                    .allMatch(volume -> volume.getEmptyDir().getSizeLimit() != null);
        });
    }

    /** Quarkus keeps uploads that come as a form there; a pod that fills it is evicted. */
    @ParameterizedTest
    @EnumSource
    void theTemporaryDirectoryHoldsTenOfTheLargestBodies(Rendering rendering) {
        assertThat(Pods.services(rendering)).hasSize(4).allSatisfy(pod -> {
            String largestBody = new ServiceProperties(Pods.name(pod)).get("quarkus.http.limits.max-body-size");

            assertThat(bytes(temporarySpace(pod)))
                    .isGreaterThanOrEqualTo(
                            bytes(new Quantity(largestBody + "i")).multiply(BigDecimal.TEN));
        });
    }

    private static Quantity temporarySpace(PodTemplateSpec pod) {
        return pod.getSpec().getVolumes().stream()
                .filter(volume -> volume.getName().equals("tmp"))
                .map(volume -> volume.getEmptyDir().getSizeLimit())
                .findFirst()
                .orElseThrow();
    }

    private static BigDecimal bytes(Quantity quantity) {
        return Quantity.getAmountInBytes(quantity);
    }

    @ParameterizedTest
    @EnumSource
    void noPodCanTalkToTheApiServerOrSeeItsNode(Rendering rendering) {
        assertThat(Pods.all(rendering))
                .extracting(PodTemplateSpec::getSpec)
                .allMatch(pod -> Boolean.FALSE.equals(pod.getAutomountServiceAccountToken()))
                .allMatch(pod -> pod.getHostNetwork() == null && pod.getHostPID() == null && pod.getHostIPC() == null)
                .flatExtracting(PodSpec::getVolumes)
                .extracting(Volume.class::cast)
                .allMatch(volume -> volume.getHostPath() == null);
        assertThat(rendering.objects(ServiceAccount.class))
                .extracting(account -> account.getMetadata().getName())
                .containsExactlyInAnyOrderElementsOf(Repository.SERVICES);
        assertThat(rendering.objects(ServiceAccount.class))
                .allMatch(account -> Boolean.FALSE.equals(account.getAutomountServiceAccountToken()));
    }

    @ParameterizedTest
    @EnumSource
    void theClusterEnforcesTheRestrictedStandardToo(Rendering rendering) {
        Map<String, String> labels =
                rendering.object(Namespace.class, "muster").getMetadata().getLabels();

        assertThat(labels).containsEntry("pod-security.kubernetes.io/enforce", "restricted");
    }
}

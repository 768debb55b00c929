package dev.muster.manifests;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every object is of a type that the API has, and says nothing that the type does not know. */
class ApiTypesTest {

    @ParameterizedTest
    @EnumSource
    void noObjectHasAFieldThatItsTypeDoesNotKnow(Rendering rendering) {
        assertThat(rendering.objects())
                .isNotEmpty()
                .filteredOn(object -> !(object instanceof GenericKubernetesResource))
                .allSatisfy(object -> assertThat(UnknownFields.in(object))
                        .as("%s %s", object.getKind(), object.getMetadata().getName())
                        .isEmpty());
    }

    @ParameterizedTest
    @EnumSource
    void everyOtherObjectKeepsToItsOperatorsSchema(Rendering rendering) {
        KubernetesSerialization serialization = new KubernetesSerialization();
        assertThat(rendering.documents()).allSatisfy(document -> {
            if (serialization.unmarshal(document, HasMetadata.class) instanceof GenericKubernetesResource custom) {
                String group = custom.getApiVersion().replaceAll("/.*", "");
                assertThat(CustomSchema.faults(group, custom.getKind(), document))
                        .as("%s %s", custom.getKind(), custom.getMetadata().getName())
                        .isEmpty();
            }
        });
    }

    @ParameterizedTest
    @EnumSource
    void everyNameIsADnsLabelAndUniqueWithinItsKind(Rendering rendering) {
        List<String> names = rendering.objects().stream()
                .map(object -> object.getKind() + "/" + object.getMetadata().getName())
                .toList();

        assertThat(names)
                .doesNotHaveDuplicates()
                .allMatch(name -> name.matches("[A-Za-z]+/[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?"));
    }

    @ParameterizedTest
    @EnumSource
    void everyObjectIsInTheNamespaceThatIsMadeForIt(Rendering rendering) {
        assertThat(rendering.objects())
                .filteredOn(object -> !object.getKind().equals("Namespace"))
                .allSatisfy(object ->
                        assertThat(object.getMetadata().getNamespace()).isEqualTo("muster"));
    }

    @Test
    void anUnknownFieldIsFoundAtAnyDepth() {
        HasMetadata deployment = new KubernetesSerialization().unmarshal("""
                apiVersion: apps/v1
                kind: Deployment
                metadata: {name: probe}
                spec: {template: {spec: {containers: [{name: service, readinesProbe: {}}]}}}
                """, Deployment.class);

        assertThat(UnknownFields.in(deployment)).containsExactly(".Spec.Template.Spec.Containers[0].readinesProbe");
    }

    @Test
    void anUnknownFieldOfACustomResourceIsFound() {
        assertThat(CustomSchema.faults("postgresql.cnpg.io", "Cluster", """
                        apiVersion: postgresql.cnpg.io/v1
                        kind: Cluster
                        metadata: {name: probe}
                        spec: {instances: 3, storage: {syze: 1Gi}}
                        """))
                .singleElement()
                .asString()
                .contains("syze");
    }
}

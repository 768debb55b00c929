package dev.muster.manifests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import java.util.List;
import java.util.Objects;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Each service has a role and a database of its own. */
class DatabaseTest {

    /** What the pool does not count: Flyway's two while it migrates. */
    private static final int MIGRATING = 2;

    private static final int RESERVED_BY_THE_SERVER = 20;

    private static final List<String> DATABASES = Repository.SERVICES.stream()
            .map(service -> new ServiceProperties(service).get("muster.database.name"))
            .toList();

    private static List<JsonNode> specs(String kind) {
        return Rendering.PRODUCTION.objects(GenericKubernetesResource.class).stream()
                .filter(it -> it.getKind().equals(kind))
                .map(it -> new ObjectMapper().<JsonNode>valueToTree(it.get("spec")))
                .toList();
    }

    private static JsonNode cluster() {
        return specs("Cluster").get(0);
    }

    private static List<String> texts(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }

    @Test
    void everyServiceOwnsADatabaseOfTheNameThatItOpens() {
        assertThat(specs("Database"))
                .extracting(spec -> spec.at("/name").asText())
                .containsExactlyInAnyOrderElementsOf(DATABASES);
        assertThat(specs("Database"))
                .allMatch(spec -> spec.at("/owner").equals(spec.at("/name")))
                .allMatch(spec -> spec.at("/databaseReclaimPolicy").asText().equals("retain"));
    }

    @Test
    void everyRoleHasItsPasswordFromItsServicesSecret() {
        assertThat(cluster().at("/managed/roles")).hasSize(4).allSatisfy(role -> {
            String service =
                    Repository.SERVICES.get(DATABASES.indexOf(role.at("/name").asText()));
            assertThat(role.at("/passwordSecret/name").asText()).isEqualTo(service + "-database");
            assertThat(role.at("/superuser").asBoolean()).isFalse();
        });
    }

    @Test
    @DisplayName("R50 a service's database role sees only its database")
    void aRoleOpensItsOwnDatabaseOverTlsAndNoOther() {
        List<String> rules = texts(cluster().at("/postgresql/pg_hba"));

        assertThat(DATABASES).allSatisfy(name -> {
            int allowed = rules.indexOf("hostssl " + name + " " + name + " all scram-sha-256");
            int refused = rules.indexOf("host all " + name + " all reject");
            assertThat(allowed).isNotNegative().isLessThan(refused);
        });
        assertThat(rules).hasSize(2 * DATABASES.size());
    }

    @Test
    void theServerTakesTheConnectionsOfAllReplicasThatThereMayBe() {
        int server = cluster().at("/postgresql/parameters/max_connections").asInt();
        int role = cluster().at("/managed/roles/0/connectionLimit").asInt();

        assertThat(role * DATABASES.size() + RESERVED_BY_THE_SERVER).isLessThanOrEqualTo(server);
        assertThat(Rendering.PRODUCTION.objects(HorizontalPodAutoscaler.class)).allSatisfy(it -> {
            int pods = it.getSpec().getMaxReplicas() + 1;
            assertThat(pods * (poolSize() + MIGRATING)).isLessThanOrEqualTo(role);
        });
    }

    private static int poolSize() {
        return Rendering.PRODUCTION.objects(ConfigMap.class).stream()
                .map(map -> map.getData().get("QUARKUS_DATASOURCE_REACTIVE_MAX_SIZE"))
                .filter(Objects::nonNull)
                .mapToInt(Integer::parseInt)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theServersAreOfTheVersionThatTheTestsRunOn() {
        String version = System.getProperty("postgres.version").replaceAll("\\.0$", "");

        assertThat(cluster().at("/imageName").asText()).contains("/postgresql:" + version + "-");
        assertThat(Pods.service(Rendering.DEV
                                .object(StatefulSet.class, "postgres")
                                .getSpec()
                                .getTemplate())
                        .getImage())
                .isEqualTo("postgres:" + version);
    }
}

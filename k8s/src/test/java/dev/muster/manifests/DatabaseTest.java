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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each service has a role and a database of its own. */
class DatabaseTest {

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
    void theServerTakesTheConnectionsThatAllRolesMayHave() {
        int server = cluster().at("/postgresql/parameters/max_connections").asInt();
        int roles = Repository.SERVICES.stream()
                .mapToInt(DatabaseTest::connectionLimit)
                .sum();

        assertThat(roles + RESERVED_BY_THE_SERVER).isLessThanOrEqualTo(server);
    }

    @ParameterizedTest
    @MethodSource("services")
    void aRoleMayHaveTheConnectionsOfAllReplicasThatThereMayBe(String service) {
        int pods = Rendering.PRODUCTION
                        .object(HorizontalPodAutoscaler.class, service)
                        .getSpec()
                        .getMaxReplicas()
                + 1;
        int jdbc = new ServiceProperties(service).number("quarkus.datasource.jdbc.max-size");

        assertThat(pods * (poolSize() + jdbc)).isLessThanOrEqualTo(connectionLimit(service));
    }

    static List<String> services() {
        return Repository.SERVICES;
    }

    private static int connectionLimit(String service) {
        String name = new ServiceProperties(service).get("muster.database.name");
        return StreamSupport.stream(cluster().at("/managed/roles").spliterator(), false)
                .filter(role -> role.at("/name").asText().equals(name))
                .mapToInt(role -> role.at("/connectionLimit").asInt())
                .findFirst()
                .orElseThrow();
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

package dev.muster.local.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.local.stack.PortPlan;
import dev.muster.local.stack.Secrets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServiceEnvironmentTest {

    private final PortPlan ports = PortPlan.startingAt(8080, Map.of(Service.ORG, 2));

    @TempDir
    private Path directory;

    private Secrets secrets;
    private ServiceEnvironment environment;

    @BeforeEach
    void prepare() {
        secrets = Secrets.loadOrCreate(directory.resolve("secrets.properties"));
        environment = new ServiceEnvironment(ports, secrets);
    }

    @Test
    void everyServiceKnowsItsPortsAndListensOnThisMachineOnly() {
        assertThat(of(Service.SESSION))
                .containsEntry("QUARKUS_PROFILE", "local")
                .containsEntry("QUARKUS_HTTP_HOST", "127.0.0.1")
                .containsEntry("QUARKUS_HTTP_PORT", "8083")
                .containsEntry("QUARKUS_MANAGEMENT_HOST", "127.0.0.1")
                .containsEntry("QUARKUS_MANAGEMENT_PORT", "8093");
    }

    @Test
    void everyServiceKnowsItsOwnDatabaseOnly() {
        assertThat(of(Service.ORG))
                .containsEntry("MUSTER_DATABASE_ADDRESS", "127.0.0.1:8087")
                .containsEntry("MUSTER_DATABASE_NAME", "muster_org")
                .containsEntry("MUSTER_DATABASE_USERNAME", "muster_org")
                .containsEntry("MUSTER_DATABASE_PASSWORD", secrets.databasePassword(Service.ORG))
                .doesNotContainValue(secrets.databasePassword(Service.IDENTITY))
                .doesNotContainValue(secrets.superuserPassword());
    }

    @Test
    void aServiceWithOtherReplicasSaysThatItLeavesBeforeItDoes() {
        assertThat(of(Service.ORG)).containsKeys("QUARKUS_SHUTDOWN_DELAY", "QUARKUS_SHUTDOWN_TIMEOUT");
        assertThat(of(Service.SESSION)).doesNotContainKey("QUARKUS_SHUTDOWN_DELAY");
    }

    @Test
    void everyServiceKnowsTheOthersAndThePublicAddress() {
        assertThat(of(Service.REFERENCE))
                .containsEntry("MUSTER_SERVICES_IDENTITY_URL", "http://127.0.0.1:8081")
                .containsEntry("MUSTER_SERVICES_ORG_URL", "http://127.0.0.1:8121")
                .containsEntry("MUSTER_SERVICES_SESSION_URL", "http://127.0.0.1:8083")
                .containsEntry("MUSTER_SERVICES_REFERENCE_URL", "http://127.0.0.1:8084")
                .containsEntry("MUSTER_PUBLIC_URL", "http://localhost:8080")
                .containsEntry("MUSTER_TOKEN_ISSUER", "http://localhost:8080")
                .containsEntry("MUSTER_PROXY_TRUSTED", "127.0.0.1")
                .containsEntry("MUSTER_SERVICE_TOKEN_SECRET", secrets.serviceTokenSecret());
    }

    @Test
    void onlyTheSessionServiceCanDecryptTheSigningKeys() {
        assertThat(of(Service.SESSION))
                .containsEntry("MUSTER_SIGNING_KEY_ENCRYPTION_KEY", secrets.tokenKeyEncryptionKey());
        for (Service other : new Service[] {Service.IDENTITY, Service.ORG, Service.REFERENCE}) {
            assertThat(of(other)).doesNotContainValue(secrets.tokenKeyEncryptionKey());
        }
    }

    @Test
    void onlyTheIdentityServiceSendsMail() {
        assertThat(of(Service.IDENTITY))
                .containsEntry("QUARKUS_MAILER_HOST", "127.0.0.1")
                .containsEntry("QUARKUS_MAILER_PORT", "8086")
                .containsEntry("QUARKUS_MAILER_MOCK", "false")
                .containsKey("QUARKUS_MAILER_FROM");
        assertThat(of(Service.ORG)).doesNotContainKey("QUARKUS_MAILER_HOST");
    }

    @Test
    void signInsFromThisMachineAreHardlyThrottled() {
        assertThat(of(Service.SESSION)).containsEntry("MUSTER_SIGNIN_THROTTLE_NETWORK_LIMIT", "100000");
        assertThat(of(Service.IDENTITY)).containsEntry("MUSTER_SIGNIN_THROTTLE_NETWORK_LIMIT", "100000");
    }

    @Test
    void replicasDifferInTheirPortsOnly() {
        Map<String, String> first = environment.of(ports.instances().get(1));
        Map<String, String> second = environment.of(ports.instances().get(4));

        assertThat(second).containsEntry("QUARKUS_HTTP_PORT", "8101").containsEntry("QUARKUS_MANAGEMENT_PORT", "8111");
        assertThat(second.keySet()).isEqualTo(first.keySet());
        second.putAll(Map.of("QUARKUS_HTTP_PORT", "8082", "QUARKUS_MANAGEMENT_PORT", "8092"));
        assertThat(second).isEqualTo(first);
    }

    private Map<String, String> of(Service service) {
        return environment.of(ports.replicas(service).get(0));
    }
}

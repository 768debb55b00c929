package dev.muster.local.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.local.StackFailure;
import dev.muster.local.service.Service;
import dev.muster.local.service.ServiceInstance;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PortPlanTest {

    @Test
    void everythingHasItsFixedDistanceFromTheGateway() {
        PortPlan plan = PortPlan.startingAt(8080, Map.of());

        assertThat(plan.gateway()).isEqualTo(8080);
        assertThat(plan.mailPage()).isEqualTo(8085);
        assertThat(plan.smtp()).isEqualTo(8086);
        assertThat(plan.postgres()).isEqualTo(8087);
        assertThat(plan.instances())
                .containsExactly(
                        new ServiceInstance(Service.IDENTITY, 1, 8081, 8091),
                        new ServiceInstance(Service.ORG, 1, 8082, 8092),
                        new ServiceInstance(Service.SESSION, 1, 8083, 8093),
                        new ServiceInstance(Service.REFERENCE, 1, 8084, 8094));
    }

    @Test
    void furtherReplicasFollowFrom21And31On() {
        PortPlan plan = PortPlan.startingAt(9000, Map.of(Service.ORG, 3, Service.REFERENCE, 2));

        assertThat(plan.instances().subList(4, 7))
                .containsExactly(
                        new ServiceInstance(Service.ORG, 2, 9021, 9031),
                        new ServiceInstance(Service.ORG, 3, 9022, 9032),
                        new ServiceInstance(Service.REFERENCE, 2, 9023, 9033));
        assertThat(plan.instances().get(4).name()).isEqualTo("org-service-2");
        assertThat(plan.upstreams().get("org-service")).containsExactly(9002, 9021, 9022);
        assertThat(plan.replicas(Service.ORG).get(0).port()).isEqualTo(9002);
    }

    @Test
    void replicasShareAnAddressAndAnOnlyOneHasItsOwn() {
        PortPlan plan = PortPlan.startingAt(9000, Map.of(Service.ORG, 2, Service.SESSION, 1));

        assertThat(plan.address(Service.ORG)).isEqualTo(9041);
        assertThat(plan.address(Service.SESSION)).isEqualTo(9003);
        assertThat(plan.claims()).contains(new PortPlan.Claim("org-service's shared address", 9041));
    }

    @Test
    void theAddressesAreThoseThatAPersonTypes() {
        PortPlan plan = PortPlan.startingAt(8080, Map.of());

        assertThat(plan.baseUrl()).isEqualTo("http://localhost:8080");
        assertThat(plan.mailUrl()).isEqualTo("http://localhost:8085");
    }

    @Test
    void freePortsAreAllDifferentAndTrulyFree() {
        PortPlan plan = PortPlan.onFreePorts(Map.of(Service.SESSION, 2));

        List<Integer> ports = plan.claims().stream().map(PortPlan.Claim::port).toList();
        assertThat(ports).hasSize(15).doesNotHaveDuplicates().noneMatch(FreePorts::isTaken);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 65_001, 70_000})
    void aPortOutOfRangeIsRefused(int port) {
        assertThatThrownBy(() -> PortPlan.startingAt(port, Map.of()))
                .isInstanceOf(StackFailure.class)
                .hasMessageContaining("--port " + port);
    }

    @Test
    void moreReplicasThanThereAreReservedPortsAreRefused() {
        assertThatThrownBy(() -> PortPlan.startingAt(8080, Map.of(Service.ORG, 12)))
                .isInstanceOf(StackFailure.class)
                .hasMessageContaining("at most 10");
    }

    @Test
    void aPortThatSomebodyListensOnIsTaken() throws Exception {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThat(FreePorts.isTaken(socket.getLocalPort())).isTrue();
        }
    }

    @Test
    void aPortThatSomebodyListensOnForAllAddressesIsTakenToo() throws Exception {
        try (ServerSocket socket = new ServerSocket(0)) {
            assertThat(FreePorts.isTaken(socket.getLocalPort())).isTrue();
        }
    }
}

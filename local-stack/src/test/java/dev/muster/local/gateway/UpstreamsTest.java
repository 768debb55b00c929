package dev.muster.local.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class UpstreamsTest {

    private final Upstreams upstreams =
            new Upstreams(Map.of("org-service", List.of(1, 2, 3), "identity-service", List.of(4)));

    @Test
    void replicasTakeTurnsAndTheOthersFollowInOrder() {
        assertThat(upstreams.inTurn("org-service")).containsExactly(1, 2, 3);
        assertThat(upstreams.inTurn("org-service")).containsExactly(2, 3, 1);
        assertThat(upstreams.inTurn("org-service")).containsExactly(3, 1, 2);
        assertThat(upstreams.inTurn("org-service")).containsExactly(1, 2, 3);
    }

    @Test
    void oneReplicaIsAlwaysTheSame() {
        assertThat(upstreams.inTurn("identity-service")).containsExactly(4);
        assertThat(upstreams.inTurn("identity-service")).containsExactly(4);
    }

    @Test
    void replicasThatAreNotReadyComeLast() {
        upstreams.setReady(2, false);

        assertThat(upstreams.inTurn("org-service")).containsExactly(1, 3, 2);
        assertThat(upstreams.inTurn("org-service")).containsExactly(3, 1, 2);
    }

    @Test
    void withoutAReadyReplicaAllAreTried() {
        List.of(1, 2, 3).forEach(port -> upstreams.setReady(port, false));

        assertThat(upstreams.inTurn("org-service")).containsExactly(1, 2, 3);
    }

    @Test
    void anUnknownServiceHasNoReplica() {
        assertThat(upstreams.inTurn("other")).isEmpty();
    }
}

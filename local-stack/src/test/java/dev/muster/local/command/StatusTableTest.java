package dev.muster.local.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.local.stack.StackStatus;
import java.util.List;
import org.junit.jupiter.api.Test;

class StatusTableTest {

    private static final StackStatus.Row GATEWAY =
            new StackStatus.Row("gateway", null, 1, 100, 8080, null, "ready", 92_160, null, 3_725);
    private static final StackStatus.Row ORG =
            new StackStatus.Row("org-service", "org-service", 1, 101, 8082, 8092, "not ready", 204_800, 2_345L, 65);

    @Test
    void everyProcessIsALine() {
        List<String> lines = StatusTable.of(status(true)).lines().toList();

        assertThat(lines.get(0).split(" {2,}", -1))
                .containsExactly("process", "pid", "port", "state", "memory", "start", "up for");
        assertThat(lines.get(1)).startsWith("gateway ").contains("100", "8080", "ready", "90 MiB", "1h 2m");
        assertThat(lines.get(2)).startsWith("org-service ").contains("not ready", "200 MiB", "2.3 s", "1m 5s");
    }

    @Test
    void theLastLineSaysWhetherAllIsReady() {
        assertThat(StatusTable.of(status(true)))
                .endsWith("Ready at http://localhost:8080, 4.5 s after ./muster up. Mail at http://localhost:8085.\n");
        assertThat(StatusTable.of(status(false))).contains("Not ready: starting");
    }

    private static StackStatus status(boolean ready) {
        return new StackStatus(
                ready ? "ready" : "starting",
                ready,
                "http://localhost:8080",
                "http://localhost:8085",
                8086,
                8087,
                "2026-03-01T12:00:00Z",
                4_500L,
                List.of(GATEWAY, ORG));
    }
}

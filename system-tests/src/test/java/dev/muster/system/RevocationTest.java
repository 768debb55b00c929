package dev.muster.system;

import static dev.muster.system.Demo.with;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.system.Deployment.Probe;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** That a lost session is lost everywhere within a second, while every replica is busy. */
class RevocationTest {

    private static final Duration LIMIT = Duration.ofSeconds(1);
    private static final int CLOSES = 20;
    private static final int LOAD_CALLERS = 4;

    private final AtomicBoolean busy = new AtomicBoolean(true);
    private final AtomicInteger answered = new AtomicInteger();
    private final List<Probe> probes = Deployment.probes();
    private ExecutorService watchers;
    private ExecutorService load;

    @BeforeEach
    void loadEveryReplica() {
        watchers = Executors.newFixedThreadPool(probes.size());
        load = Executors.newFixedThreadPool(LOAD_CALLERS);
        String token = Demo.signIn(Demo.STUDENT);
        for (int i = 0; i < LOAD_CALLERS; i++) {
            load.execute(() -> {
                while (busy.get()) {
                    probes.forEach(probe -> Refusal.status(probe, token));
                    answered.addAndGet(probes.size());
                }
            });
        }
    }

    @AfterEach
    void stopTheLoad() {
        busy.set(false);
        load.shutdown();
        watchers.shutdownNow();
        assertThat(answered).as("calls answered by the load beside").hasPositiveValue();
    }

    @Test
    @DisplayName("R21 a closed session is refused by every replica of every service within a second, under load")
    void aClosedSessionIsRefusedEverywhere() {
        String closer = Demo.signIn(Demo.PILOT);
        for (int i = 0; i < CLOSES; i++) {
            String token = Demo.signIn(Demo.PILOT);
            String session = Demo.sessionOf(token);
            warm(token);

            with(closer).post("/users/closesession/" + session + ".json").then().statusCode(200);

            assertRefusedEverywhere(token);
        }
    }

    @Test
    @DisplayName("R22 after a switch the old token is refused by every replica within a second, the new one accepted")
    void aSwitchedSessionRefusesItsOldToken() {
        String token = Demo.signIn(Demo.PILOT);
        for (int i = 0; i < CLOSES; i++) {
            warm(token);
            int target = i % 2 == 0 ? Demo.BLUE_SKY : Demo.ACME;

            String next = with(token)
                    .get("/users/switch/" + target + ".json")
                    .then()
                    .statusCode(200)
                    .extract()
                    .path("token");

            probes.forEach(probe -> assertThat(Refusal.status(probe, next))
                    .as("the new token at %s", probe)
                    .isEqualTo(200));
            assertRefusedEverywhere(token);
            token = next;
        }
    }

    private void warm(String token) {
        probes.forEach(probe ->
                assertThat(Refusal.status(probe, token)).as("%s before", probe).isEqualTo(200));
    }

    private void assertRefusedEverywhere(String token) {
        long closedAt = System.nanoTime();
        List<CompletableFuture<Duration>> watches = new ArrayList<>();
        for (Probe probe : probes) {
            watches.add(
                    CompletableFuture.supplyAsync(() -> Refusal.lastAcceptedAfter(probe, token, closedAt), watchers));
        }
        for (int i = 0; i < watches.size(); i++) {
            assertThat(watches.get(i).join()).as("at %s", probes.get(i)).isLessThan(LIMIT);
        }
    }
}

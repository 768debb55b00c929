package dev.muster.identity.hashing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.kit.problem.Problem;
import dev.muster.kit.problem.ProblemException;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class HashingPoolTest {

    private static final Duration DEADLINE = Duration.ofSeconds(10);

    private record TwoWorkersThreeWaiting() implements HashingConfig {

        @Override
        public int memoryKib() {
            return 7168;
        }

        @Override
        public int iterations() {
            return 5;
        }

        @Override
        public int parallelism() {
            return 1;
        }

        @Override
        public OptionalInt workers() {
            return OptionalInt.of(2);
        }

        @Override
        public int queueSize() {
            return 3;
        }
    }

    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    private final HashingPool pool = new HashingPool(new TwoWorkersThreeWaiting(), metrics);
    private final CountDownLatch release = new CountDownLatch(1);

    @AfterEach
    void stop() {
        release.countDown();
        pool.stop();
    }

    @Test
    @DisplayName("R14 the queue is bounded, and overflow is 503 with Retry-After")
    void overflowIsUnavailableForNow() {
        List<CompletableFuture<String>> accepted = fill(5);

        assertThatThrownBy(() -> pool.run(() -> "one too many").await().atMost(DEADLINE))
                .isInstanceOfSatisfying(ProblemException.class, problem -> {
                    assertThat(problem.problem()).isEqualTo(Problem.SERVICE_UNAVAILABLE);
                    assertThat(problem.headers()).containsKey("Retry-After");
                });

        release.countDown();
        accepted.forEach(one -> assertThat(one.join()).isEqualTo("done"));
    }

    @Test
    void thereIsRoomAgainAfterwards() {
        List<CompletableFuture<String>> accepted = fill(5);
        release.countDown();
        accepted.forEach(CompletableFuture::join);

        assertThat(pool.run(() -> "fine").await().atMost(DEADLINE)).isEqualTo("fine");
    }

    @Test
    void thoseWhoWaitAreMeasured() {
        fill(5);

        assertThat(metrics.get("muster.hashing.queue").gauge().value()).isEqualTo(3);
    }

    @Test
    void workRunsOnThreadsOfItsOwn() {
        assertThat(pool.run(() -> Thread.currentThread().getName()).await().atMost(DEADLINE))
                .startsWith("hashing-");
    }

    @Test
    void aFailureOfTheWorkIsTheCallers() {
        Uni<String> failing = pool.run(() -> {
            throw new IllegalArgumentException("bad");
        });

        assertThatThrownBy(() -> failing.await().atMost(DEADLINE)).isInstanceOf(IllegalArgumentException.class);
    }

    /** Both workers wait for the release, the rest waits for them. */
    private List<CompletableFuture<String>> fill(int tasks) {
        List<CompletableFuture<String>> accepted = new ArrayList<>();
        for (int i = 0; i < tasks; i++) {
            accepted.add(pool.run(this::waitForRelease).subscribeAsCompletionStage());
        }
        return accepted;
    }

    private String waitForRelease() {
        try {
            release.await();
            return "done";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "interrupted";
        }
    }
}

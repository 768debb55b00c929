package dev.muster.identity.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.notNullValue;

import dev.muster.identity.IdentityTest;
import dev.muster.identity.People;
import dev.muster.identity.People.Person;
import dev.muster.identity.hashing.HashingPool;
import dev.muster.testkit.time.Eventually;
import io.quarkus.test.common.http.TestHTTPResource;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@IdentityTest
class BusyWorkersTest {

    private static final Logger LOG = Logger.getLogger(BusyWorkersTest.class);
    private static final int PROBES = 200;

    @Inject
    People people;

    @Inject
    HashingPool pool;

    @TestHTTPResource(value = "/health/live", management = true)
    String liveness;

    private final HttpClient http = HttpClient.newHttpClient();

    private final CountDownLatch release = new CountDownLatch(1);
    private final AtomicInteger started = new AtomicInteger();

    @AfterEach
    void release() {
        release.countDown();
    }

    @Test
    @DisplayName("R14 one sign-in too many is 503 with Retry-After, and counts no attempt")
    void oneSignInTooManyIsUnavailable() {
        Person person = people.add();
        assertThat(Verification.accepts(person, People.PASSWORD)).isTrue();
        fillWith(this::waitForRelease);

        for (int i = 0; i < 12; i++) {
            Verification.ask(person.email(), People.PASSWORD)
                    .then()
                    .statusCode(503)
                    .contentType("application/problem+json")
                    .header("Retry-After", notNullValue());
        }
    }

    @Test
    @DisplayName("R14 with every hash worker busy and the queue full, liveness answers")
    void livenessAnswersWhileEveryWorkerIsBusy() {
        fillWith(this::waitForRelease);

        long[] micros = new long[PROBES];
        for (int i = 0; i < PROBES; i++) {
            long asked = System.nanoTime();
            assertThat(statusOfLiveness()).isEqualTo(200);
            micros[i] = (System.nanoTime() - asked) / 1_000;
        }

        Arrays.sort(micros);
        LOG.infof("Liveness beside busy hash workers: p99 %d microseconds", micros[PROBES * 99 / 100 - 1]);
        assertThat(release.getCount()).isOne();
    }

    private int statusOfLiveness() {
        try {
            return http.send(
                            HttpRequest.newBuilder(URI.create(liveness)).build(),
                            HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Filled twice, since a worker that was still at something else has taken from the queue meanwhile. */
    private void fillWith(Supplier<String> work) {
        fillQueue(work);
        Eventually.holds(
                "every worker is at it",
                () -> started.get() >= Runtime.getRuntime().availableProcessors());
        fillQueue(work);
    }

    private void fillQueue(Supplier<String> work) {
        AtomicInteger refused = new AtomicInteger();
        while (refused.get() == 0) {
            pool.run(() -> {
                        started.incrementAndGet();
                        return work.get();
                    })
                    .subscribe()
                    .with(done -> {}, failure -> refused.incrementAndGet());
        }
    }

    private String waitForRelease() {
        try {
            release.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return "released";
    }
}

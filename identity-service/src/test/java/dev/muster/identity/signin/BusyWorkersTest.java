package dev.muster.identity.signin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.identity.IdentityTest;
import dev.muster.identity.People;
import dev.muster.identity.hashing.HashingPool;
import dev.muster.kit.problem.ProblemException;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@IdentityTest
class BusyWorkersTest {

    private static final int PROBES = 200;

    @Inject
    People people;

    @Inject
    HashingPool pool;

    @ConfigProperty(name = "quarkus.management.test-port")
    int configuredPort;

    @org.eclipse.microprofile.config.inject.ConfigProperty(name = "test.management.url", defaultValue = "")
    java.util.Optional<String> managementUrl;

    private final CountDownLatch release = new CountDownLatch(1);
    private final AtomicInteger refused = new AtomicInteger();

    @BeforeEach
    void keepEveryWorkerBusyAndTheQueueFull() {
        while (refused.get() == 0) {
            pool.run(this::waitForRelease).subscribe().with(done -> {}, failure -> {
                assertThat(failure).isInstanceOf(ProblemException.class);
                refused.incrementAndGet();
            });
        }
    }

    @AfterEach
    void release() {
        release.countDown();
    }

    @Test
    @DisplayName("R14 one sign-in too many is 503 with Retry-After, and counts no attempt")
    void oneSignInTooManyIsUnavailable() {
        People.Person person = people.add();
        for (int i = 0; i < 12; i++) {
            Response answer = Verification.ask(person.email(), People.PASSWORD);
            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.header("Retry-After")).isNotNull();
            assertThat(answer.contentType()).startsWith("application/problem+json");
        }
    }

    @Test
    @DisplayName("R14 with every hash worker busy, liveness answers within 50 ms at p99")
    void livenessAnswersWhileEveryWorkerIsBusy() {
        List<Long> millis = new ArrayList<>();
        for (int i = 0; i < PROBES; i++) {
            long asked = System.nanoTime();
            RestAssured.given()
                    .get(managementUrl.orElseThrow() + "/q/health/live")
                    .then()
                    .statusCode(200);
            millis.add((System.nanoTime() - asked) / 1_000_000);
        }

        Collections.sort(millis);
        assertThat(millis.get(PROBES * 99 / 100 - 1)).isLessThan(50);
    }

    private String waitForRelease() {
        try {
            release.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return "done";
    }
}

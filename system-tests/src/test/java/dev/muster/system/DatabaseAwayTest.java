package dev.muster.system;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.muster.bench.Replicas;
import dev.muster.bench.Replicas.Replica;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** What it costs that PostgreSQL is away; {@code -Ddatabase.away=PT30S} makes it longer. */
@Order(RunningReplicas.LATE)
class DatabaseAwayTest {

    private static final Duration AWAY = Duration.parse(System.getProperty("database.away", "PT15S"));

    /** A sign-in asks two services, one after the other. */
    private static final Duration DEADLINE = Duration.ofSeconds(10);

    private static final Duration RECOVERY = Duration.ofSeconds(10);

    private final Replicas replicas = RunningReplicas.required();
    private String token;
    private List<Long> processes;

    @BeforeEach
    void signIn() {
        token = Demo.signIn(Demo.PILOT);
        processes = processes();
    }

    @AfterEach
    void theSameProcessesAsBeforeServeAgain() {
        await().atMost(RECOVERY).untilAsserted(() -> {
            assertThat(replicas.all()).allMatch(replica -> health(replica, "ready") == 200);
            assertThat(requests())
                    .extracting(request -> request.get().statusCode())
                    .containsOnly(200);
        });
        assertThat(processes()).isEqualTo(processes);
    }

    @Test
    @DisplayName("R45 while PostgreSQL hangs: 503 within the deadline, readiness red, liveness green; back within 10 s")
    void aHangingDatabaseCostsNoMoreThanTheDeadline() throws IOException {
        try (Closeable frozen = StackDatabase.running().freeze()) {
            assertThat(frozen).isNotNull();
            long end = System.nanoTime() + AWAY.toNanos();
            List<CompletableFuture<Response>> answers =
                    requests().map(CompletableFuture::supplyAsync).toList();

            assertThat(answers).extracting(CompletableFuture::join).allSatisfy(DatabaseAwayTest::isUnavailableInTime);
            assertThat(replicas.all()).allMatch(replica -> health(replica, "ready") == 503);
            do {
                assertThat(replicas.all()).allMatch(replica -> health(replica, "live") == 200);
            } while (System.nanoTime() - end < 0);
        }
    }

    @Test
    @DisplayName("R45 when PostgreSQL crashes, requests are answered or 503, and all is well again within 10 s")
    void aCrashOfTheDatabaseIsGotOver() throws IOException {
        StackDatabase.running().crash();

        assertThat(requests().map(Supplier::get).toList())
                .extracting(Response::statusCode)
                .containsAnyOf(200, 503)
                .isSubsetOf(200, 503);
    }

    private static void isUnavailableInTime(Response answer) {
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.contentType()).startsWith("application/problem+json");
        assertThat(answer.header("Retry-After")).isNotNull();
        assertThat(answer.time()).isLessThan(DEADLINE.toMillis());
    }

    /** One for each way to a database. */
    private Stream<Supplier<Response>> requests() {
        return Stream.of(
                () -> Demo.request()
                        .contentType(ContentType.JSON)
                        .body(Map.of("email", Demo.PILOT, "password", Demo.PASSWORD))
                        .post("/login.json"),
                () -> Demo.with(token).get("/users/view.json"),
                () -> Demo.with(token)
                        .contentType(ContentType.JSON)
                        .body(Map.of("UserDetail", Map.of("city", "Amsterdam")))
                        .post("/users/edit.json"),
                () -> Demo.with(token).get("/users/organizations.json"),
                () -> Demo.with(token).get("/users/logins.json"));
    }

    private List<Long> processes() {
        return replicas.all().stream().map(Replica::pid).toList();
    }

    private static int health(Replica replica, String kind) {
        return given().get("http://127.0.0.1:" + replica.managementPort() + "/q/health/" + kind)
                .statusCode();
    }
}

package dev.muster.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.kit.health.DatabaseReadiness;
import dev.muster.session.support.DatabaseWire;
import dev.muster.testkit.time.Eventually;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.health.HealthCheckResponse.Status;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@SessionServiceTest
@DisplayName("R45 readiness follows the database and answers in time")
class DatabaseReadinessTest {

    /** What a probe waits. */
    private static final Duration PROBE = Duration.ofSeconds(2);

    @Inject
    Vertx vertx;

    @ConfigProperty(name = "muster.database.address")
    String database;

    private DatabaseWire wire;
    private Pool pool;
    private DatabaseReadiness readiness;

    @BeforeEach
    void connect() {
        wire = DatabaseWire.to(database);
        pool = wire.pool(vertx);
        readiness = new DatabaseReadiness(pool);
        Eventually.holds("it is ready", () -> status() == Status.UP);
    }

    @AfterEach
    void disconnect() {
        pool.closeAndForget();
        wire.close();
    }

    private Status status() {
        return readiness.call().await().atMost(PROBE).getStatus();
    }

    @Test
    void aDatabaseThatRefusesIsNotReady() {
        wire.cut();
        Eventually.holds("it is not ready", () -> status() == Status.DOWN);

        wire.restore();
        Eventually.holds("it is ready again", () -> status() == Status.UP);
    }

    @Test
    void aDatabaseThatHangsIsNotReadyHoweverOftenItIsAsked() {
        wire.stall();
        for (int i = 0; i < 5; i++) {
            assertThat(status()).isEqualTo(Status.DOWN);
        }

        wire.restore();
        assertThat(status()).isEqualTo(Status.UP);
    }
}

package dev.muster.kit.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.testkit.access.SessionServiceTestResource;
import dev.muster.testkit.postgres.PostgresTestResource;
import dev.muster.testkit.postgres.Statements;
import dev.muster.testkit.time.Eventually;
import io.netty.handler.timeout.ReadTimeoutException;
import io.quarkus.reactive.pg.client.PgPoolCreator;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.PoolOptions;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(PostgresTestResource.class)
@WithTestResource(SessionServiceTestResource.class)
class DatabaseConnectionsTest {

    private static final Duration SOON = Duration.ofSeconds(DatabaseConnections.SILENCE_SECONDS + 2);

    @Inject
    Vertx vertx;

    @ConfigProperty(name = "muster.database.address")
    String database;

    private Pool pool;

    @BeforeEach
    void connect() {
        PgConnectOptions options = PgConnectOptions.fromUri("postgresql://postgres:postgres@" + database + "/postgres");
        pool = Pool.newInstance(new DatabaseConnections().create(new TwoConnections(vertx, List.of(options))));
    }

    @AfterEach
    void disconnect() {
        pool.closeAndForget();
    }

    @Test
    @DisplayName("R45 a statement that is never answered fails with its connection, and the next has another")
    void aStatementThatIsNeverAnsweredFails() throws IOException {
        SqlConnection connection = pool.getConnectionAndAwait();
        try (FrozenBackend frozen = FrozenBackend.of(connection)) {
            assertThat(frozen).isNotNull();

            assertThatThrownBy(
                            () -> connection.query("select 1").execute().await().atMost(SOON))
                    .isInstanceOf(ReadTimeoutException.class);

            connection.closeAndForget();
            assertThat(ask()).isEqualTo(1);
        }
    }

    @Test
    @DisplayName("R45 who waits for a connection is told when all are in use")
    void whoWaitsForAConnectionIsTold() {
        for (int i = 0; i < TwoConnections.SIZE; i++) {
            pool.preparedQuery("select pg_sleep(4.5)").execute().subscribe().with(slept -> {}, cut -> {});
        }

        assertThatThrownBy(() -> pool.getConnection().await().atMost(SOON)).hasMessageContaining("Timeout");
    }

    @Test
    void aConnectionThatNobodyNeedsIsGivenUpBeforeItsSilence() {
        Eventually.holds("the pool is empty", () -> pool.size() == 0);

        assertThat(ask()).isEqualTo(1);
    }

    @Test
    @DisplayName("R24 who listens to PostgreSQL finds out that nothing comes any more, and listens again")
    void aListenerFindsOutThatNothingComesAnyMore() throws IOException {
        AtomicInteger connected = new AtomicInteger();
        Queue<String> heard = new ConcurrentLinkedQueue<>();
        ListeningConnection listener =
                new ListeningConnection(pool.getDelegate(), vertx, "probe", heard::add, connected::incrementAndGet);
        listener.start();
        Eventually.holds("it listens", () -> connected.get() == 1);

        try (FrozenBackend frozen = FrozenBackend.that("listen probe")) {
            assertThat(frozen).isNotNull();
            Eventually.holds("it listens again", () -> connected.get() == 2);
            pool.query("notify probe, 'hello'").executeAndAwait();
            Eventually.holds("it hears", () -> heard.contains("hello"));
        }
        listener.stop();
    }

    @Test
    void aListenerKeepsItsConnectionWhileThereIsNothingToHear() {
        AtomicInteger connected = new AtomicInteger();
        ListeningConnection listener =
                new ListeningConnection(pool.getDelegate(), vertx, "probe", ignored -> {}, connected::incrementAndGet);
        listener.start();

        Uni.createFrom().voidItem().onItem().delayIt().by(SOON).await().indefinitely();

        assertThat(connected).hasValue(1);
        listener.stop();
    }

    private int ask() {
        return pool.query("select 1")
                .execute()
                .await()
                .atMost(SOON)
                .iterator()
                .next()
                .getInteger(0);
    }

    /** A server process that stops where it is (SIGSTOP) until it is closed. */
    private record FrozenBackend(int pid) implements AutoCloseable {

        static FrozenBackend of(SqlConnection connection) throws IOException {
            return frozen(connection
                    .query("select pg_backend_pid()")
                    .executeAndAwait()
                    .iterator()
                    .next()
                    .getInteger(0));
        }

        /** The one that did this last. */
        static FrozenBackend that(String statement) throws IOException {
            return frozen((int) Statements.number("select pid from pg_stat_activity where query = $1", statement));
        }

        private static FrozenBackend frozen(int pid) throws IOException {
            FrozenBackend backend = new FrozenBackend(pid);
            backend.signal("-STOP");
            return backend;
        }

        @Override
        public void close() throws IOException {
            signal("-CONT");
        }

        private void signal(String name) throws IOException {
            int exit = new ProcessBuilder("kill", name, Integer.toString(pid))
                    .inheritIO()
                    .start()
                    .onExit()
                    .join()
                    .exitValue();
            assertThat(exit).isZero();
        }
    }

    private record TwoConnections(Vertx vertx, List<PgConnectOptions> pgConnectOptionsList)
            implements PgPoolCreator.Input {

        static final int SIZE = 2;

        @Override
        public PoolOptions poolOptions() {
            return new PoolOptions().setMaxSize(SIZE);
        }
    }
}

package dev.muster.kit.outbox;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.pgclient.PgConnection;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.function.Consumer;
import org.jboss.logging.Logger;

/** Hears from PostgreSQL at once when rows were committed; losing the connection only delays them until the next poll. */
@ApplicationScoped
class Announcements {

    private static final Logger LOG = Logger.getLogger(Announcements.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    private final Pool pool;
    private volatile boolean stopped;
    private volatile PgConnection connection;

    Announcements(Pool pool) {
        this.pool = pool;
    }

    /** Calls the listener with the kind of committed rows, on any thread, until stopped. */
    void listen(Consumer<String> listener) {
        Uni.createFrom()
                .deferred(() -> connect(listener))
                .onFailure(failure -> !stopped)
                .retry()
                .withBackOff(FIRST_PAUSE, LONGEST_PAUSE)
                .indefinitely()
                .subscribe()
                .with(connected -> {}, failure -> LOG.debugf("Stopped listening to the outbox: %s", failure));
    }

    private Uni<Void> connect(Consumer<String> listener) {
        return pool.getConnection().chain(pooled -> prepare(pooled, listener));
    }

    private Uni<Void> prepare(SqlConnection pooled, Consumer<String> listener) {
        PgConnection postgres = PgConnection.cast(pooled);
        postgres.notificationHandler(notification -> listener.accept(notification.getPayload()));
        postgres.closeHandler(() -> lost(listener));
        connection = postgres;
        return postgres.query("listen outbox")
                .execute()
                .onFailure()
                .call(postgres::close)
                .replaceWithVoid();
    }

    private void lost(Consumer<String> listener) {
        if (!stopped) {
            LOG.info("The connection that announces outbox rows is lost, connecting again");
            listen(listener);
        }
    }

    void stop() {
        stopped = true;
        PgConnection open = connection;
        if (open != null) {
            open.closeAndForget();
        }
    }
}

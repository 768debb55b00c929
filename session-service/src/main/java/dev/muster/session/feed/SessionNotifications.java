package dev.muster.session.feed;

import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgConnection;
import io.vertx.sqlclient.Pool;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import org.jboss.logging.Logger;

/** Listens on one database connection for changes that any replica commits, and wakes the feed. */
@ApplicationScoped
class SessionNotifications {

    private static final Logger LOG = Logger.getLogger(SessionNotifications.class);
    private static final Duration PAUSE = Duration.ofMillis(500);

    private final Pool pool;
    private final Vertx vertx;
    private final SessionEventFeed feed;
    private volatile boolean stopping;
    private volatile PgConnection connection;

    SessionNotifications(Pool pool, Vertx vertx, SessionEventFeed feed) {
        this.pool = pool;
        this.vertx = vertx;
        this.feed = feed;
    }

    void start(@Observes StartupEvent started) {
        listen();
    }

    @PreDestroy
    void stop() {
        stopping = true;
        if (connection != null) {
            connection.close();
        }
    }

    private void listen() {
        if (stopping) {
            return;
        }
        pool.getConnection()
                .map(PgConnection::cast)
                .compose(this::subscribe)
                .onFailure(failure -> vertx.setTimer(PAUSE.toMillis(), timer -> listen()));
    }

    private Future<Void> subscribe(PgConnection opened) {
        opened.notificationHandler(notification -> feed.wake());
        return opened.query("listen muster_sessions")
                .execute()
                .onSuccess(rows -> keep(opened))
                .onFailure(failure -> opened.close())
                .mapEmpty();
    }

    private void keep(PgConnection opened) {
        connection = opened;
        opened.closeHandler(closed -> {
            LOG.info("The connection that listens for session changes was closed, opening another");
            vertx.setTimer(PAUSE.toMillis(), timer -> listen());
        });
        feed.wake();
    }
}

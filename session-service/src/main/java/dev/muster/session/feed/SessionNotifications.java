package dev.muster.session.feed;

import dev.muster.kit.database.ListeningConnection;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Wakes the feed when any replica commits a change; what it did not hear is found as soon as it listens again. */
@ApplicationScoped
class SessionNotifications {

    private final ListeningConnection connection;

    SessionNotifications(Pool pool, Vertx vertx, SessionEventFeed feed) {
        connection = new ListeningConnection(pool, vertx, "muster_sessions", notification -> feed.wake(), feed::wake);
    }

    void start(@Observes StartupEvent started) {
        connection.start();
    }

    @PreDestroy
    void stop() {
        connection.stop();
    }
}

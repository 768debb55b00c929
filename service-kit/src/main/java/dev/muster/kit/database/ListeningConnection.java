package dev.muster.kit.database;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgConnection;
import io.vertx.sqlclient.Pool;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jboss.logging.Logger;

/**
 * Hears what any transaction notifies on a PostgreSQL channel, on a connection of the pool that it keeps for itself. It
 * asks that connection for a sign of life, so that one that died unnoticed is closed for its silence, and opens another
 * whenever one is lost. What was notified in between is not heard: whoever listens looks for it when connected.
 */
public final class ListeningConnection {

    private static final Logger LOG = Logger.getLogger(ListeningConnection.class);
    private static final Duration SIGN_OF_LIFE = Duration.ofSeconds(2);
    private static final Duration PAUSE = Duration.ofMillis(500);

    private final Pool pool;
    private final Vertx vertx;
    private final String listen;
    private final Consumer<String> heard;
    private final Runnable connected;
    private final AtomicReference<PgConnection> kept = new AtomicReference<>();
    private volatile boolean stopped;

    /**
     * @param channel an SQL name
     * @param heard is given the payload of what was notified, on any thread
     * @param connected is called whenever a connection begins to listen, on any thread
     */
    public ListeningConnection(Pool pool, Vertx vertx, String channel, Consumer<String> heard, Runnable connected) {
        this.pool = pool;
        this.vertx = vertx;
        this.listen = "listen " + channel;
        this.heard = heard;
        this.connected = connected;
    }

    /** Listens from soon on, until stopped; a database that cannot be reached is tried again. */
    public void start() {
        vertx.setPeriodic(SIGN_OF_LIFE.toMillis(), this::askForASignOfLife);
        connect();
    }

    /** Gives the connection back and opens no other. */
    public void stop() {
        stopped = true;
        PgConnection connection = kept.getAndSet(null);
        if (connection != null) {
            connection.close();
        }
    }

    private void connect() {
        if (!stopped) {
            pool.getConnection().map(PgConnection::cast).compose(this::listen).onFailure(failure -> connectLater());
        }
    }

    private void connectLater() {
        vertx.setTimer(PAUSE.toMillis(), timer -> connect());
    }

    private Future<Void> listen(PgConnection connection) {
        connection.notificationHandler(notification -> heard.accept(notification.getPayload()));
        return connection
                .query(listen)
                .execute()
                .onSuccess(rows -> keep(connection))
                .onFailure(failure -> connection.close())
                .mapEmpty();
    }

    private void keep(PgConnection connection) {
        kept.set(connection);
        connection.closeHandler(closed -> lose(connection));
        connected.run();
    }

    /** To listen again changes nothing. */
    private void askForASignOfLife(long timer) {
        if (stopped) {
            vertx.cancelTimer(timer);
            return;
        }
        PgConnection connection = kept.get();
        if (connection != null) {
            connection.query(listen).execute().onFailure(failure -> lose(connection));
        }
    }

    private void lose(PgConnection connection) {
        if (kept.compareAndSet(connection, null)) {
            LOG.infof("The connection that does '%s' is lost, opening another", listen);
            connectLater();
        }
    }
}

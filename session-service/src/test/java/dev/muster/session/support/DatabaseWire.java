package dev.muster.session.support;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.net.NetServer;
import io.vertx.core.net.NetSocket;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.PoolOptions;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/** A network between a service and its database that can fail. */
public final class DatabaseWire {

    private final Vertx vertx = Vertx.vertx();
    private final Set<NetSocket> sockets = ConcurrentHashMap.newKeySet();
    private final String host;
    private final int port;
    private final NetServer server;
    private volatile boolean cut;

    private DatabaseWire(String address) {
        int colon = address.lastIndexOf(':');
        this.host = address.substring(0, colon);
        this.port = Integer.parseInt(address.substring(colon + 1));
        this.server =
                await(vertx.createNetServer().connectHandler(this::connect).listen(0, "127.0.0.1"));
    }

    /** A wire to the database at this address. */
    public static DatabaseWire to(String address) {
        return new DatabaseWire(address);
    }

    /** A pool of connections through this wire. */
    public Pool pool(Vertx ofTheService) {
        PgConnectOptions options = new PgConnectOptions()
                .setHost("127.0.0.1")
                .setPort(server.actualPort())
                .setDatabase("postgres")
                .setUser("postgres")
                .setPassword("postgres");
        return Pool.newInstance(PgBuilder.pool()
                .connectingTo(options)
                .with(new PoolOptions()
                        .setMaxSize(4)
                        .setConnectionTimeout(1)
                        .setConnectionTimeoutUnit(TimeUnit.SECONDS))
                .using(ofTheService)
                .build());
    }

    /** Ends every connection and accepts none. */
    public void cut() {
        cut = true;
        sockets.forEach(NetSocket::close);
    }

    /** Lets every connection stand and carries nothing. */
    public void stall() {
        sockets.forEach(NetSocket::pause);
    }

    /** All is well again. */
    public void restore() {
        cut = false;
        sockets.forEach(NetSocket::resume);
    }

    public void close() {
        await(vertx.close());
    }

    private void connect(NetSocket client) {
        if (cut) {
            client.close();
            return;
        }
        client.pause();
        vertx.createNetClient()
                .connect(port, host)
                .onFailure(failure -> client.close())
                .onSuccess(database -> {
                    join(client, database);
                    join(database, client);
                    client.resume();
                });
    }

    private void join(NetSocket from, NetSocket to) {
        sockets.add(from);
        from.handler(to::write);
        from.closeHandler(closed -> {
            sockets.remove(from);
            to.close();
        });
    }

    private static <T> T await(Future<T> future) {
        try {
            return future.toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}

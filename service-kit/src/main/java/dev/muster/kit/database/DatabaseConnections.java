package dev.muster.kit.database;

import io.netty.handler.timeout.ReadTimeoutHandler;
import io.quarkus.reactive.pg.client.PgPoolCreator;
import io.vertx.pgclient.PgBuilder;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import io.vertx.sqlclient.SqlConnectOptions;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.impl.SocketConnectionBase;
import io.vertx.sqlclient.impl.SqlConnectionInternal;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Gives everything that waits for PostgreSQL an end. A connection on which nothing comes back is closed, which fails its
 * statement, and nobody waits long for a free one: a request is answered in {@link #SILENCE_SECONDS} when the database
 * freezes under it and in {@link #WAIT_SECONDS} after that, and a network that lost its connections is given up before
 * the kernel does, which takes a quarter of an hour.
 */
@Singleton
public class DatabaseConnections implements PgPoolCreator {

    /** Longer than any statement takes that is sent through the pool. */
    static final int SILENCE_SECONDS = 5;

    /** How long a statement waits for a connection, be it for the database or because all are in use. */
    static final int WAIT_SECONDS = 3;

    /** The pool looks once a second for connections that nobody needs, and so closes them before their silence does. */
    private static final int REST_SECONDS = SILENCE_SECONDS - 2;

    @Override
    public Pool create(Input input) {
        PoolOptions pool = input.poolOptions()
                .setConnectionTimeout(WAIT_SECONDS)
                .setConnectionTimeoutUnit(TimeUnit.SECONDS)
                .setIdleTimeout(REST_SECONDS)
                .setIdleTimeoutUnit(TimeUnit.SECONDS);
        return PgBuilder.pool()
                .with(pool)
                .connectingTo(List.<SqlConnectOptions>copyOf(input.pgConnectOptionsList()))
                .withConnectHandler(DatabaseConnections::admit)
                .using(input.vertx())
                .build();
    }

    /**
     * The client's own idle timeout says goodbye to the server and waits until that hangs up, which one that is silent
     * never does; a handler in front of all others closes the socket itself.
     */
    private static void admit(SqlConnection connection) {
        SocketConnectionBase socket = (SocketConnectionBase)
                ((SqlConnectionInternal) connection).unwrap().unwrap();
        socket.socket()
                .channelHandlerContext()
                .pipeline()
                .addFirst(new ReadTimeoutHandler(SILENCE_SECONDS, TimeUnit.SECONDS));
        connection.close();
    }
}

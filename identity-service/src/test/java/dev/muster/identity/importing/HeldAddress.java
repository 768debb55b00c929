package dev.muster.identity.importing;

import dev.muster.testkit.postgres.Statements;
import dev.muster.testkit.time.Eventually;
import io.quarkus.arc.Arc;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;

/** Somebody else is about to use the address, and whoever wants it waits until this is closed. */
final class HeldAddress implements AutoCloseable {

    /** The connections of imports that wait for a held address. */
    static final String WAITING =
            "select pid from pg_stat_activity where wait_event_type = 'Lock' and query like '%insert into users%'";

    private final SqlConnection holder;

    private HeldAddress(SqlConnection holder) {
        this.holder = holder;
    }

    static HeldAddress of(String email) {
        SqlConnection holder = Arc.container().instance(Pool.class).get().getConnectionAndAwait();
        holder.query("begin").executeAndAwait();
        holder.preparedQuery(
                        "insert into users (email, email_key, created_at, updated_at) values ($1, $1, now(), now())")
                .executeAndAwait(Tuple.of(email));
        return new HeldAddress(holder);
    }

    void awaitWanted() {
        Eventually.holds(
                "the import waits for the held address",
                () -> Statements.number("select count(*) from (" + WAITING + ") waiting") > 0);
    }

    @Override
    public void close() {
        holder.query("rollback").executeAndAwait();
        holder.closeAndAwait();
    }
}

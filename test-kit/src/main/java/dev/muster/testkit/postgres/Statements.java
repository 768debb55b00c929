package dev.muster.testkit.postgres;

import io.quarkus.arc.Arc;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Duration;

/** Runs and counts statements in the database of the service under test. */
public final class Statements {

    private static final Duration DEADLINE = Duration.ofSeconds(10);
    private static final String CALLS = """
            select coalesce(sum(calls), 0)::bigint from pg_stat_statements
            where dbid = (select oid from pg_database where datname = current_database()) and query ilike $1
            """;

    private Statements() {}

    /** The rows of a statement. */
    public static RowSet<Row> run(String sql, Object... parameters) {
        return pool().preparedQuery(sql).execute(Tuple.from(parameters)).await().atMost(DEADLINE);
    }

    /** The one number that a query gives. */
    public static long number(String sql, Object... parameters) {
        return run(sql, parameters).iterator().next().getLong(0);
    }

    /** How many statements whose text is like the pattern ran so far, by any connection. */
    public static long calls(String pattern) {
        run("create extension if not exists pg_stat_statements");
        return number(CALLS, pattern);
    }

    private static Pool pool() {
        return Arc.container().instance(Pool.class).get();
    }
}

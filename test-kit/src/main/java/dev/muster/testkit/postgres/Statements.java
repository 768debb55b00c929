package dev.muster.testkit.postgres;

import io.quarkus.arc.Arc;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Duration;

/** Runs and counts statements in the database of the service under test. */
public final class Statements {

    private static final Duration DEADLINE = Duration.ofSeconds(10);
    private static final String SUM = """
            select coalesce(sum(%s), 0)::bigint from pg_stat_statements
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
        return sum("calls", pattern);
    }

    /** How many rows the statements whose text is like the pattern gave or changed so far, by any connection. */
    public static long rows(String pattern) {
        return sum("rows", pattern);
    }

    /** Runs the statement; how many pages of 8 KiB it touched, planning left out. */
    public static long pagesTouched(String sql) {
        JsonObject plan = run("explain (analyze, buffers, format json) " + sql)
                .iterator()
                .next()
                .getJsonArray(0)
                .getJsonObject(0)
                .getJsonObject("Plan");
        return plan.getLong("Shared Hit Blocks") + plan.getLong("Shared Read Blocks");
    }

    private static long sum(String column, String pattern) {
        run("create extension if not exists pg_stat_statements");
        return number(SUM.formatted(column), pattern);
    }

    private static Pool pool() {
        return Arc.container().instance(Pool.class).get();
    }
}

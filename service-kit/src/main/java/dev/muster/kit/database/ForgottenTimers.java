package dev.muster.kit.database;

import io.quarkus.logging.LoggingFilter;
import io.vertx.sqlclient.impl.pool.SqlConnectionPool;
import java.util.Arrays;
import java.util.logging.Filter;
import java.util.logging.LogRecord;

/**
 * Keeps out of the log what the PostgreSQL client complains of when a statement found no connection: it forgets to stop
 * the timer of the wait, which then finds the statement failed already. The failure itself is told where it matters.
 */
@LoggingFilter(name = "forgotten-timers")
public final class ForgottenTimers implements Filter {

    @Override
    public boolean isLoggable(LogRecord log) {
        return !(log.getThrown() instanceof IllegalStateException) || !isOfThePool(log.getThrown());
    }

    private static boolean isOfThePool(Throwable failure) {
        return Arrays.stream(failure.getStackTrace())
                .limit(2)
                .anyMatch(frame -> frame.getClassName().equals(SqlConnectionPool.class.getName()));
    }
}

package dev.muster.kit.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.netty.handler.timeout.ReadTimeoutException;
import io.vertx.core.VertxException;
import io.vertx.core.impl.NoStackTraceThrowable;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.ClosedConnectionException;
import jakarta.ws.rs.ProcessingException;
import java.io.IOException;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import org.eclipse.microprofile.faulttolerance.exceptions.BulkheadException;
import org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException;

/** Tells a dependency that cannot be reached now from a defect of our own. */
final class Dependency {

    /** Serialization failure, deadlock, lock not available, query canceled. */
    private static final Set<String> INTERRUPTIONS = Set.of("40001", "40P01", "55P03", "57014");

    private static final String CHARACTER_NOT_IN_REPERTOIRE = "22021";

    private Dependency() {}

    static boolean isUnavailable(Throwable failure) {
        for (Throwable t = failure; t != null; t = t.getCause()) {
            if (isConnectionFailure(t)) {
                return true;
            }
        }
        return false;
    }

    /** Whether the database refused a text for a character that it cannot keep, which is a NUL. */
    static boolean refusesText(Throwable failure) {
        for (Throwable t = failure; t != null; t = t.getCause()) {
            if (t instanceof PgException postgres && CHARACTER_NOT_IN_REPERTOIRE.equals(postgres.getSqlState())) {
                return true;
            }
        }
        return false;
    }

    /** The dependency's name as far as the failure tells it; never an address. */
    static String nameOf(Throwable failure) {
        for (Throwable t = failure; t != null; t = t.getCause()) {
            if (t instanceof PgException
                    || t instanceof ClosedConnectionException
                    || t instanceof ReadTimeoutException) {
                return "The database";
            }
        }
        return "A needed service";
    }

    /** The nameless failure is how the pool says that no connection was free in time. */
    private static boolean isConnectionFailure(Throwable t) {
        if (t instanceof PgException postgres) {
            return isTransient(postgres.getSqlState());
        }
        return (t instanceof IOException && !(t instanceof JsonProcessingException))
                || t instanceof VertxException
                || t instanceof NoStackTraceThrowable
                || t instanceof ReadTimeoutException
                || t instanceof TimeoutException
                || t instanceof ProcessingException
                || t instanceof CircuitBreakerOpenException
                || t instanceof BulkheadException
                || t instanceof org.eclipse.microprofile.faulttolerance.exceptions.TimeoutException;
    }

    /**
     * SQLSTATE classes 08 (connection), 53 (resources), 57P (shutdown), 58 (system), and what another transaction was
     * preferred to or a time limit ended: appendix A of the PostgreSQL manual.
     */
    private static boolean isTransient(String sqlState) {
        return sqlState != null
                && (sqlState.startsWith("08")
                        || sqlState.startsWith("53")
                        || sqlState.startsWith("57P")
                        || sqlState.startsWith("58")
                        || INTERRUPTIONS.contains(sqlState));
    }
}

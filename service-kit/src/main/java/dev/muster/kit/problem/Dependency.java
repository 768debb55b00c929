package dev.muster.kit.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.netty.handler.timeout.ReadTimeoutException;
import io.vertx.core.VertxException;
import io.vertx.core.impl.NoStackTraceThrowable;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.ClosedConnectionException;
import jakarta.ws.rs.ProcessingException;
import java.io.IOException;
import java.util.concurrent.TimeoutException;
import org.eclipse.microprofile.faulttolerance.exceptions.BulkheadException;
import org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException;

/** Tells a dependency that cannot be reached now from a defect of our own. */
final class Dependency {

    private Dependency() {}

    static boolean isUnavailable(Throwable failure) {
        for (Throwable t = failure; t != null; t = t.getCause()) {
            if (isConnectionFailure(t)) {
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
            return isOperatorIntervention(postgres.getSqlState());
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

    /** SQLSTATE classes 08 (connection), 53 (resources), 57P (shutdown), 58 (system): appendix A of the PostgreSQL manual. */
    private static boolean isOperatorIntervention(String sqlState) {
        return sqlState != null
                && (sqlState.startsWith("08")
                        || sqlState.startsWith("53")
                        || sqlState.startsWith("57P")
                        || sqlState.startsWith("58"));
    }
}

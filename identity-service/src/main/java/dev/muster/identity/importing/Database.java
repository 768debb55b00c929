package dev.muster.identity.importing;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Work on the database by threads that may wait for it; failures of the connection are {@link DatabaseFailure}. */
@ApplicationScoped
class Database {

    private final DataSource source;

    /** Statements on one connection. */
    interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    Database(DataSource source) {
        this.source = source;
    }

    /** Runs the work in a transaction that is committed when it returns. */
    <T> T inTransaction(Work<T> work) {
        try (Connection connection = source.getConnection()) {
            connection.setAutoCommit(false);
            try {
                T result = work.on(connection);
                connection.commit();
                return result;
            } catch (SQLException | RuntimeException failure) {
                rollBack(connection, failure);
                throw failure;
            } finally {
                restore(connection);
            }
        } catch (SQLException failure) {
            throw new DatabaseFailure(failure);
        }
    }

    private static void rollBack(Connection connection, Exception cause) {
        try {
            connection.rollback();
        } catch (SQLException alsoGone) {
            cause.addSuppressed(alsoGone);
        }
    }

    private static void restore(Connection connection) throws SQLException {
        if (!connection.isClosed()) {
            connection.setAutoCommit(true);
        }
    }

    /** The database refused or could not be reached. */
    static final class DatabaseFailure extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final String state;

        DatabaseFailure(SQLException cause) {
            super(cause.getMessage(), cause);
            this.state = cause.getSQLState() == null ? "" : cause.getSQLState();
        }

        /** Whether the connection was lost or refused (classes 08 and 57 of SQL states), not the statement. */
        boolean isOutage() {
            return state.isEmpty() || state.startsWith("08") || state.startsWith("57");
        }
    }
}

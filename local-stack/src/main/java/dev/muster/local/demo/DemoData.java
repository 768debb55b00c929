package dev.muster.local.demo;

import dev.muster.local.StackFailure;
import dev.muster.local.service.Service;
import dev.muster.local.stack.Secrets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * The people and organizations to try Muster with. Each service owns the statements for its own database; they are
 * packaged only into the local stack, run as the service's own role, and may run again on every start.
 */
public final class DemoData {

    private final DemoSource source;
    private final int postgresPort;
    private final Secrets secrets;

    public DemoData(DemoSource source, int postgresPort, Secrets secrets) {
        this.source = source;
        this.postgresPort = postgresPort;
        this.secrets = secrets;
    }

    /** Loads every service's demo data, each in one transaction; a service without any is passed over. */
    public void load() {
        for (Service service : Service.values()) {
            String sql = source.statementsOf(service);
            if (!sql.isBlank()) {
                run(service, sql);
            }
        }
    }

    private void run(Service service, String sql) {
        try (Connection connection = connect(service);
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute(sql);
            connection.commit();
        } catch (SQLException e) {
            throw new StackFailure("the demo data of " + service.module() + " cannot be loaded: " + e.getMessage(), e);
        }
    }

    private Connection connect(Service service) throws SQLException {
        PGSimpleDataSource database = new PGSimpleDataSource();
        database.setServerNames(new String[] {"127.0.0.1"});
        database.setPortNumbers(new int[] {postgresPort});
        database.setDatabaseName(service.database());
        return database.getConnection(service.database(), secrets.databasePassword(service));
    }
}

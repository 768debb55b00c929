package dev.muster.local.postgres;

import dev.muster.local.StackFailure;
import dev.muster.local.service.Service;
import dev.muster.local.stack.Secrets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import org.postgresql.PGConnection;

/** A database for each service and a role for each database; a role can open no other database. */
public final class ServiceDatabases {

    private final PostgresServer server;
    private final Secrets secrets;

    public ServiceDatabases(PostgresServer server, Secrets secrets) {
        this.server = server;
        this.secrets = secrets;
    }

    /** Creates what is missing and sets every role's password and privileges; may run any number of times. */
    public void prepare() {
        try {
            try (Connection connection = server.superuser().getConnection()) {
                for (Service service : Service.values()) {
                    createMissing(connection, service);
                    secure(connection, service);
                }
                execute(connection, "revoke all on database postgres, template1 from public");
            }
            for (Service service : Service.values()) {
                giveSchema(service);
            }
        } catch (SQLException e) {
            throw new StackFailure("the databases cannot be prepared: " + e.getMessage(), e);
        }
    }

    private void createMissing(Connection connection, Service service) throws SQLException {
        String name = service.database();
        if (!exists(connection, "select 1 from pg_roles where rolname = ?", name)) {
            execute(connection, "create role " + name + " login");
        }
        if (!exists(connection, "select 1 from pg_database where datname = ?", name)) {
            execute(connection, "create database " + name);
        }
    }

    private void secure(Connection connection, Service service) throws SQLException {
        String name = service.database();
        // the driver hashes the password, so that no statement and no server log ever holds it
        connection
                .unwrap(PGConnection.class)
                .alterUserPassword(name, secrets.databasePassword(service).toCharArray(), "scram-sha-256");
        execute(connection, "revoke all on database " + name + " from public");
        execute(connection, "grant connect, create, temporary on database " + name + " to " + name);
    }

    private void giveSchema(Service service) throws SQLException {
        try (Connection connection = server.superuserOf(service.database()).getConnection()) {
            execute(connection, "alter schema public owner to " + service.database());
        }
    }

    private static boolean exists(Connection connection, String query, String name) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setString(1, name);
            return statement.executeQuery().next();
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}

package dev.muster.local.postgres;

import dev.muster.local.Home;
import dev.muster.local.service.Service;
import dev.muster.local.stack.FreePorts;
import dev.muster.local.stack.Secrets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.postgresql.ds.PGSimpleDataSource;

/** A real PostgreSQL for a test class, with the services' databases, in a directory with a space in its name. */
final class TestPostgres implements AutoCloseable {

    private final int port = FreePorts.find(1).get(0);
    private final Path directory;
    private final Secrets secrets;
    private PostgresServer server;

    TestPostgres(Path parent) throws IOException {
        directory = Files.createDirectories(parent.resolve("a stack"));
        secrets = Secrets.loadOrCreate(directory.resolve("secrets.properties"));
    }

    TestPostgres start() {
        server = PostgresServer.start(settings());
        new ServiceDatabases(server, secrets).prepare();
        return this;
    }

    PostgresSettings settings() {
        return new PostgresSettings(
                Home.path().resolve(".muster/postgres-binaries"),
                directory.resolve("postgres"),
                directory.resolve("postgresql.log"),
                port,
                secrets.superuserPassword());
    }

    PostgresServer server() {
        return server;
    }

    Secrets secrets() {
        return secrets;
    }

    String url(Service service) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + service.database();
    }

    String setting(String name) throws SQLException {
        try (Connection connection = server.superuser().getConnection();
                ResultSet result = connection.createStatement().executeQuery("show " + name)) {
            result.next();
            return result.getString(1);
        }
    }

    String query(Service service, String sql) throws SQLException {
        return query(service, service.database(), sql);
    }

    String query(Service service, String database, String sql) throws SQLException {
        try (Connection connection = connect(database, service.database(), secrets.databasePassword(service));
                ResultSet result = connection.createStatement().executeQuery(sql)) {
            result.next();
            return result.getString(1);
        }
    }

    void execute(Service service, String sql) throws SQLException {
        try (Connection connection =
                connect(service.database(), service.database(), secrets.databasePassword(service))) {
            connection.createStatement().execute(sql);
        }
    }

    Connection connect(String database, String user, String password) throws SQLException {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setServerNames(new String[] {"127.0.0.1"});
        source.setPortNumbers(new int[] {port});
        source.setDatabaseName(database);
        source.setUser(user);
        source.setPassword(password);
        return source.getConnection();
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}

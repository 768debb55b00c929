package dev.muster.testkit.postgres;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;

/** Gives a service under test its own empty, real PostgreSQL database. */
public class PostgresTestResource implements QuarkusTestResourceLifecycleManager {

    private EmbeddedPostgres postgres;

    @Override
    public Map<String, String> start() {
        try {
            postgres = EmbeddedPostgres.builder()
                    .setServerConfig("max_connections", "200")
                    .setServerConfig("shared_preload_libraries", "pg_stat_statements")
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL did not start", e);
        }
        return Map.of(
                "muster.database.address", "localhost:" + postgres.getPort(),
                "muster.database.name", "postgres",
                "muster.database.username", "postgres",
                "muster.database.password", "postgres");
    }

    @Override
    public void stop() {
        try {
            if (postgres != null) {
                recordStatements();
                postgres.close();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The statements that ran cannot be recorded", e);
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL did not stop", e);
        }
    }

    private void recordStatements() throws IOException, SQLException {
        String file = System.getProperty("muster.statements");
        if (file != null) {
            StatementRecord.write(postgres.getPostgresDatabase(), Path.of(file));
        }
    }
}

package dev.muster.local.postgres;

import dev.muster.local.Home;
import dev.muster.local.service.Service;
import java.io.IOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;

/** The statements that a service of the previous release runs, and the schema that it meets during a rollout. */
final class PreviousRelease {

    private static final String END = ";\n\n";

    private final Service service;

    PreviousRelease(Service service) {
        this.service = service;
    }

    /** Brings the service's database to the newest schema, in the way that the service itself does. */
    void migrate(TestPostgres postgres) {
        Flyway.configure()
                .dataSource(
                        postgres.url(service),
                        service.database(),
                        postgres.secrets().databasePassword(service))
                .locations(migrations("service-kit", "kit"), migrations(service.module(), "migration"))
                .outOfOrder(true)
                .load()
                .migrate();
    }

    private static String migrations(String module, String folder) {
        return "filesystem:" + Home.path().resolve(module).resolve("src/main/resources/db/" + folder);
    }

    /** What the service's tests ran when the release was made. */
    List<String> statements() throws IOException {
        String file = Files.readString(
                Home.path().resolve("local-stack/src/test/previous-release/" + service.module() + ".sql"));
        return Stream.of(file.split(END)).filter(sql -> !sql.isBlank()).toList();
    }

    /** The statements that the database no longer understands, each with its complaint. */
    static List<String> refused(Connection connection, List<String> statements) throws SQLException {
        List<String> refused = new ArrayList<>();
        try (Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                try {
                    statement.execute("prepare previous as " + sql);
                    statement.execute("deallocate previous");
                } catch (SQLException e) {
                    refused.add(e.getMessage() + " in: " + sql);
                }
            }
        }
        return refused;
    }
}

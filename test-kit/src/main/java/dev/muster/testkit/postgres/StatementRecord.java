package dev.muster.testkit.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/**
 * Every statement that a service's tests ran, in a file: what a replica of this release asks of the schema when the next
 * release has changed it. Written when the system property {@code muster.statements} names a file.
 */
final class StatementRecord {

    /** Only what is about the service's own tables: the rest is the drivers' and the migrations' business. */
    private static final String RAN = """
            select query from pg_stat_statements
            where dbid = (select oid from pg_database where datname = current_database())
              and query ~* '^\\s*(select|insert|update|delete|with)\\s'
              and exists (select 1 from information_schema.tables
                          where table_schema = 'public' and table_type = 'BASE TABLE' and table_name not like 'flyway%'
                            and query ~* ('\\m' || table_name || '\\M'))
            """;

    private static final String END = ";\n\n";

    private StatementRecord() {}

    /** Adds what ran to what is in the file; leaves out what the schema's own next reader could not prepare either. */
    static void write(DataSource database, Path file) throws IOException, SQLException {
        Set<String> statements = new TreeSet<>();
        if (Files.exists(file)) {
            statements.addAll(Arrays.asList(Files.readString(file).split(END)));
        }
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create extension if not exists pg_stat_statements");
            try (ResultSet ran = statement.executeQuery(RAN)) {
                while (ran.next()) {
                    statements.add(ran.getString(1).strip());
                }
            }
            statements.removeIf(sql -> !isPreparable(statement, sql));
        }
        Files.createDirectories(file.getParent());
        Files.writeString(file, statements.stream().collect(Collectors.joining(END, "", END)));
    }

    private static boolean isPreparable(Statement statement, String sql) {
        try {
            statement.execute("prepare recorded as " + sql);
            statement.execute("deallocate recorded");
            return !sql.contains(END);
        } catch (SQLException e) {
            return false;
        }
    }
}

package dev.muster.identity.importing;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** The stored reports of imports, in the order of the file. */
@ApplicationScoped
class Rejections {

    /** How many are read at once. */
    static final int PAGE = 1000;

    private static final String ADD = """
            insert into import_rejections (job_id, number, line, field, code, detail)
            select ?, ? + rejection.number, rejection.line, rejection.field, rejection.code, rejection.detail
            from unnest(?::bigint[], ?::text[], ?::text[], ?::text[])
                with ordinality as rejection (line, field, code, detail, number)
            """;

    private static final String PAGE_AFTER = """
            select number, line, field, code, detail from import_rejections
            where job_id = ? and number > ? order by number limit ?
            """;

    private final Database database;

    /** A rejection with its place in the report, counted from 1. */
    record Numbered(long number, Rejection rejection) {}

    Rejections(Database database) {
        this.database = database;
    }

    /** Adds to the report, which has so many already, in the connection's transaction. */
    void add(Connection connection, UUID job, long present, List<Rejection> rejections) throws SQLException {
        if (rejections.isEmpty()) {
            return;
        }
        try (PreparedStatement statement = connection.prepareStatement(ADD)) {
            ArrayColumns<Rejection> columns = new ArrayColumns<>(connection, statement, rejections);
            statement.setObject(columns.next(), job);
            statement.setLong(columns.next(), present);
            columns.add("bigint", Rejection::line);
            columns.add("text", Rejection::field);
            columns.add("text", Rejection::code);
            columns.add("text", Rejection::detail);
            statement.executeUpdate();
        }
    }

    /** A page of the report, after the rejection of this number. */
    List<Numbered> after(UUID job, long number) {
        return database.inTransaction(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(PAGE_AFTER)) {
                statement.setObject(1, job);
                statement.setLong(2, number);
                statement.setInt(3, PAGE);
                List<Numbered> page = new ArrayList<>();
                try (ResultSet rows = statement.executeQuery()) {
                    while (rows.next()) {
                        page.add(new Numbered(
                                rows.getLong(1),
                                new Rejection(
                                        rows.getLong(2), rows.getString(3), rows.getString(4), rows.getString(5))));
                    }
                }
                return page;
            }
        });
    }
}

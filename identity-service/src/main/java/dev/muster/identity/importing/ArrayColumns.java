package dev.muster.identity.importing;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;

/** Binds a statement's parameters in their order: an array for each column of many rows. */
final class ArrayColumns<T> {

    private final Connection connection;
    private final PreparedStatement statement;
    private final List<T> rows;
    private int bound;

    ArrayColumns(Connection connection, PreparedStatement statement, List<T> rows) {
        this.connection = connection;
        this.statement = statement;
        this.rows = rows;
    }

    /** The value of each row. */
    void add(String type, Function<T, Object> value) throws SQLException {
        Object[] values = rows.stream().map(value).toArray();
        statement.setArray(next(), connection.createArrayOf(type, values));
    }

    /** The index of the next parameter, which the caller binds. */
    int next() {
        return ++bound;
    }
}

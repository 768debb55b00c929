package dev.muster.kit.outbox;

import io.vertx.core.json.Json;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;

/** Appends many rows at once to the {@link Outbox}, for work that goes by JDBC on a thread of its own. */
@ApplicationScoped
public class BulkOutbox {

    private static final String APPEND = """
            insert into outbox (kind, key, payload)
            select entry.kind, entry.key, entry.payload
            from unnest(?::text[], ?::text[], ?::text[]) with ordinality as entry (kind, key, payload, number)
            order by entry.number
            """;

    private final Handlers handlers;

    BulkOutbox(Handlers handlers) {
        this.handlers = handlers;
    }

    /** Appends the rows in their order in the connection's transaction: one statement. Nothing happens unless it commits. */
    public void append(Connection connection, List<OutboxEntry> entries) throws SQLException {
        if (entries.isEmpty()) {
            return;
        }
        if (connection.getAutoCommit()) {
            throw new IllegalStateException("Outbox rows are appended inside the transaction of their change");
        }
        try (PreparedStatement statement = connection.prepareStatement(APPEND)) {
            statement.setArray(
                    1,
                    array(
                            connection,
                            entries.stream()
                                    .map(entry -> handlers.of(entry.kind()).kind())));
            statement.setArray(2, array(connection, entries.stream().map(OutboxEntry::key)));
            statement.setArray(3, array(connection, entries.stream().map(entry -> Json.encode(entry.payload()))));
            statement.executeUpdate();
        }
    }

    private static Array array(Connection connection, Stream<String> texts) throws SQLException {
        return connection.createArrayOf("text", texts.toArray(String[]::new));
    }
}

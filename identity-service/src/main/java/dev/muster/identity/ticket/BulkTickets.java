package dev.muster.identity.ticket;

import dev.muster.kit.id.UserId;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

/** Issues tickets to many people at once, for work that goes by JDBC on a thread of its own. */
@ApplicationScoped
public class BulkTickets {

    private static final String INSERT = """
            insert into tickets (user_id, kind, subject, secret_hash, tries_left, created_at, expires_at)
            select ticket.user_id, ?, '', ticket.secret_hash, 0, ?, ?
            from unnest(?::bigint[], ?::bytea[]) as ticket (user_id, secret_hash)
            """;

    private final TicketConfig config;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    BulkTickets(TicketConfig config, Clock clock) {
        this.config = config;
        this.clock = clock;
    }

    /**
     * Issues a ticket to each of these people, in their order, in the connection's transaction. They are new: nobody has
     * an older ticket that would have to be voided.
     */
    public List<IssuedTicket> issueToNew(Connection connection, List<UserId> people, TicketKind kind)
            throws SQLException {
        Instant now = clock.instant();
        Duration lifetime = config.of(kind);
        List<IssuedTicket> tickets = IntStream.range(0, people.size())
                .mapToObj(i -> new IssuedTicket(TicketSecret.random(random), lifetime, now.plus(lifetime)))
                .toList();
        try (PreparedStatement statement = connection.prepareStatement(INSERT)) {
            statement.setString(1, kind.word());
            statement.setTimestamp(2, Timestamp.from(now));
            statement.setTimestamp(3, Timestamp.from(now.plus(lifetime)));
            statement.setArray(
                    4,
                    connection.createArrayOf(
                            "bigint", people.stream().map(UserId::value).toArray()));
            statement.setArray(
                    5,
                    connection.createArrayOf(
                            "bytea",
                            tickets.stream()
                                    .map(ticket -> ticket.secret().hash())
                                    .toArray(byte[][]::new)));
            statement.executeUpdate();
        }
        return tickets;
    }
}

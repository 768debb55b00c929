package dev.muster.identity.ticket;

import dev.muster.kit.id.UserId;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;

/** The statements on tickets; all run in the caller's session and transaction. */
@ApplicationScoped
class TicketStatements {

    private static final String OPEN = " and used_at is null and voided_at is null";

    private static final String LOCK = "select id from users where id = ?1 for no key update";

    private static final String VOID =
            "update tickets set voided_at = ?1 where user_id = ?2 and kind = ?3 and subject = ?4" + OPEN;

    private static final String VOID_KINDS =
            "update tickets set voided_at = ?1 where user_id = ?2 and kind in (?3)" + OPEN;

    private static final String VOID_LATER =
            "update tickets set voided_at = ?1 where user_id = ?2 and kind = ?3 and id > ?4" + OPEN;

    private static final String INSERT = "insert into tickets"
            + " (user_id, kind, subject, secret_hash, tries_left, created_at, expires_at)"
            + " values (?1, ?2, ?3, ?4, ?5, ?6, ?7)";

    private static final String GOOD = "select id, subject from tickets"
            + " where user_id = ?1 and kind = ?2 and secret_hash = ?3 and expires_at > ?4" + OPEN;

    private static final String USE = "update tickets set used_at = ?4"
            + " where user_id = ?1 and kind = ?2 and secret_hash = ?3 and expires_at > ?4" + OPEN
            + " returning id, subject";

    private static final String GUESS = "update tickets set tries_left = tries_left - 1,"
            + " used_at = case when secret_hash = ?3 then cast(?4 as timestamptz) end"
            + " where user_id = ?1 and kind = ?2 and tries_left > 0 and expires_at > ?4" + OPEN
            + " returning secret_hash = ?3";

    private static final String COUNT =
            "select count(*) from tickets where user_id = ?1 and kind = ?2 and created_at > ?3";

    /** Makes issues for one person take turns: two at once would both find nothing to void. */
    Uni<Void> lock(UserId userId) {
        return session()
                .chain(session -> session.createNativeQuery(LOCK, Long.class)
                        .setParameter(1, userId.value())
                        .getSingleResultOrNull()
                        .replaceWithVoid());
    }

    Uni<Void> voidOpen(UserId userId, TicketKind kind, String subject, Instant now) {
        return session()
                .chain(session -> session.createNativeQuery(VOID)
                        .setParameter(1, now)
                        .setParameter(2, userId.value())
                        .setParameter(3, kind.word())
                        .setParameter(4, subject)
                        .executeUpdate()
                        .replaceWithVoid());
    }

    Uni<Void> voidOpen(UserId userId, List<TicketKind> kinds, Instant now) {
        return session()
                .chain(session -> session.createNativeQuery(VOID_KINDS)
                        .setParameter(1, now)
                        .setParameter(2, userId.value())
                        .setParameter(3, kinds.stream().map(TicketKind::word).toList())
                        .executeUpdate()
                        .replaceWithVoid());
    }

    Uni<Void> voidOpenAfter(Ticket ticket, Instant now) {
        return session()
                .chain(session -> session.createNativeQuery(VOID_LATER)
                        .setParameter(1, now)
                        .setParameter(2, ticket.userId().value())
                        .setParameter(3, ticket.kind().word())
                        .setParameter(4, ticket.id())
                        .executeUpdate()
                        .replaceWithVoid());
    }

    Uni<Void> insert(
            UserId userId, TicketKind kind, String subject, byte[] hash, int tries, Instant now, Instant expiresAt) {
        return session()
                .chain(session -> session.createNativeQuery(INSERT)
                        .setParameter(1, userId.value())
                        .setParameter(2, kind.word())
                        .setParameter(3, subject)
                        .setParameter(4, hash)
                        .setParameter(5, tries)
                        .setParameter(6, now)
                        .setParameter(7, expiresAt)
                        .executeUpdate()
                        .replaceWithVoid());
    }

    Uni<Optional<Ticket>> findGood(UserId userId, TicketKind kind, byte[] hash, Instant now) {
        return bySecret(GOOD, userId, kind, hash, now);
    }

    Uni<Optional<Ticket>> use(UserId userId, TicketKind kind, byte[] hash, Instant now) {
        return bySecret(USE, userId, kind, hash, now);
    }

    private static Uni<Optional<Ticket>> bySecret(
            String sql, UserId userId, TicketKind kind, byte[] hash, Instant now) {
        return session()
                .chain(session -> bind(session.createNativeQuery(sql, Object[].class), userId, kind, hash, now)
                        .getSingleResultOrNull()
                        .map(row -> Optional.ofNullable(row)
                                .map(found ->
                                        new Ticket(userId, kind, ((Number) found[0]).longValue(), (String) found[1]))));
    }

    /** Whether this was the hash of the open ticket; every call costs it one try, a right one uses it up. */
    Uni<Boolean> guess(UserId userId, TicketKind kind, byte[] hash, Instant now) {
        return session()
                .chain(session -> bind(session.createNativeQuery(GUESS, Boolean.class), userId, kind, hash, now)
                        .getSingleResultOrNull()
                        .map(Boolean.TRUE::equals));
    }

    Uni<Long> countSince(UserId userId, TicketKind kind, Instant since) {
        return session()
                .chain(session -> session.createNativeQuery(COUNT, Long.class)
                        .setParameter(1, userId.value())
                        .setParameter(2, kind.word())
                        .setParameter(3, since)
                        .getSingleResult());
    }

    private static <T> Mutiny.SelectionQuery<T> bind(
            Mutiny.SelectionQuery<T> query, UserId userId, TicketKind kind, byte[] hash, Instant now) {
        return query.setParameter(1, userId.value())
                .setParameter(2, kind.word())
                .setParameter(3, hash)
                .setParameter(4, now);
    }

    private static Uni<Mutiny.Session> session() {
        return Panache.getSession();
    }
}

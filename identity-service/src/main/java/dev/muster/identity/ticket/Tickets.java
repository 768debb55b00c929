package dev.muster.identity.ticket;

import dev.muster.kit.id.UserId;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** One-time secrets for links in mails: at most one use, whoever tries at the same time. Joins the caller's transaction. */
@ApplicationScoped
public class Tickets {

    /** A random secret is not guessed. */
    private static final int NO_TRIES = 0;

    private final TicketStatements statements;
    private final TicketConfig config;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    Tickets(TicketStatements statements, TicketConfig config, Clock clock) {
        this.statements = statements;
        this.config = config;
        this.clock = clock;
    }

    /** Issues a ticket and voids the person's older one of this kind and subject. */
    public Uni<IssuedTicket> issue(UserId userId, TicketKind kind, String subject) {
        Instant now = clock.instant();
        TicketSecret secret = TicketSecret.random(random);
        IssuedTicket issued = new IssuedTicket(secret, config.of(kind), now.plus(config.of(kind)));
        return statements
                .lock(userId)
                .chain(() -> statements.voidOpen(userId, kind, subject, now))
                .chain(() -> statements.insert(userId, kind, subject, secret.hash(), NO_TRIES, now, issued.expiresAt()))
                .replaceWith(issued);
    }

    /** The ticket with this secret if it could be used now; changes nothing. */
    public Uni<Optional<Ticket>> findGood(UserId userId, TicketKind kind, TicketSecret secret) {
        return statements.findGood(userId, kind, secret.hash(), clock.instant());
    }

    /** Uses the ticket up, with one statement that succeeds once; empty for an unknown, used, voided or expired one. */
    public Uni<Optional<Ticket>> use(UserId userId, TicketKind kind, TicketSecret secret) {
        return statements.use(userId, kind, secret.hash(), clock.instant());
    }

    /** Voids the person's open tickets of these kinds. */
    public Uni<Void> voidOpen(UserId userId, TicketKind... kinds) {
        return statements.voidOpen(userId, List.of(kinds), clock.instant());
    }

    /** Voids the person's open tickets of the same kind that were issued after this one. */
    public Uni<Void> voidOpenAfter(Ticket ticket) {
        return statements.voidOpenAfter(ticket, clock.instant());
    }

    /** How many tickets of the kind the person was issued within the span that ends now. */
    public Uni<Long> countIssued(UserId userId, TicketKind kind, Duration span) {
        return statements.countSince(userId, kind, clock.instant().minus(span));
    }
}

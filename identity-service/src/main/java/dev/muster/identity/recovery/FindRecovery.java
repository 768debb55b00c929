package dev.muster.identity.recovery;

import dev.muster.identity.UserRepository;
import dev.muster.identity.UserRow;
import dev.muster.identity.ticket.TicketKind;
import dev.muster.identity.ticket.TicketLink;
import dev.muster.identity.ticket.Tickets;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Tells whose password a link would set, and changes nothing. */
@ApplicationScoped
class FindRecovery {

    private final UserRepository users;
    private final Tickets tickets;

    FindRecovery(UserRepository users, Tickets tickets) {
        this.users = users;
        this.tickets = tickets;
    }

    /** Fails with {@code NOT_FOUND} for a link that is unknown, used, voided or expired. */
    @WithSession
    Uni<UserRow> find(TicketLink link) {
        return tickets.findGood(link.userId(), TicketKind.PASSWORD_RESET, link.secret())
                .map(ticket -> ticket.orElseThrow(TicketLink::spent))
                .chain(() -> users.get(link.userId()));
    }
}

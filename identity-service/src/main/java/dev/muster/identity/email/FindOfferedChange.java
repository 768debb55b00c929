package dev.muster.identity.email;

import dev.muster.identity.EmailAddress;
import dev.muster.identity.UserRepository;
import dev.muster.identity.UserRow;
import dev.muster.identity.text.ReaderLanguage;
import dev.muster.identity.ticket.Ticket;
import dev.muster.identity.ticket.TicketKind;
import dev.muster.identity.ticket.TicketLink;
import dev.muster.identity.ticket.Tickets;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Tells what a link would do, and changes nothing. */
@ApplicationScoped
class FindOfferedChange {

    private final EmailChanges changes;
    private final UserRepository users;
    private final Tickets tickets;

    FindOfferedChange(EmailChanges changes, UserRepository users, Tickets tickets) {
        this.changes = changes;
        this.users = users;
        this.tickets = tickets;
    }

    /** Fails with {@code NOT_FOUND} for a link that is unknown, used, voided or expired. */
    @WithSession
    Uni<OfferedChange> find(TicketLink link, TicketKind kind) {
        return tickets.findGood(link.userId(), kind, link.secret())
                .map(ticket -> ticket.orElseThrow(TicketLink::spent))
                .chain(ticket -> users.get(link.userId())
                        .call(user -> changes.requireStillOffered(user, ticket))
                        .map(user -> offer(user, ticket)));
    }

    private static OfferedChange offer(UserRow user, Ticket ticket) {
        EmailAddress address = ticket.kind() == TicketKind.EMAIL_UNDO
                ? EmailAddress.of(ticket.subject())
                : ConfirmEmail.addressToConfirm(user);
        return new OfferedChange(address, ReaderLanguage.of(user.language));
    }
}

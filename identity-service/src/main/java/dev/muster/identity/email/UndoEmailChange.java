package dev.muster.identity.email;

import dev.muster.identity.EmailAddress;
import dev.muster.identity.UserRow;
import dev.muster.identity.peer.CloseSessions;
import dev.muster.identity.ticket.Ticket;
import dev.muster.identity.ticket.TicketKind;
import dev.muster.identity.ticket.TicketLink;
import dev.muster.identity.ticket.Tickets;
import dev.muster.kit.outbox.OutboxId;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Gives a person back the address that a change took from them, whether or not the change was confirmed. Who undoes a
 * change says that somebody else made it, so every session ends and what was mailed since is void.
 */
@ApplicationScoped
public class UndoEmailChange {

    private static final String REASON = "email_change_undone";

    private final EmailChanges changes;
    private final Tickets tickets;
    private final CloseSessions closeSessions;

    UndoEmailChange(EmailChanges changes, Tickets tickets, CloseSessions closeSessions) {
        this.changes = changes;
        this.tickets = tickets;
        this.closeSessions = closeSessions;
    }

    /** Works once; fails as {@link ConfirmEmail} does. Undo links of earlier changes stay good, of later ones do not. */
    public Uni<Void> undo(TicketLink link) {
        return Panache.withTransaction(() -> changes.lock(link.userId()).chain(user -> undo(user, link)))
                .chain((OutboxId order) -> closeSessions.carryOut(order));
    }

    private Uni<OutboxId> undo(UserRow user, TicketLink link) {
        return tickets.use(user.userId(), TicketKind.EMAIL_UNDO, link.secret())
                .map(ticket -> ticket.orElseThrow(TicketLink::spent))
                .call(ticket -> changes.settle(user, EmailAddress.of(ticket.subject())))
                .call(this::voidWhatFollowed)
                .chain(() -> closeSessions.order(user.userId(), REASON));
    }

    private Uni<Void> voidWhatFollowed(Ticket ticket) {
        return tickets.voidOpenAfter(ticket)
                .chain(() -> tickets.voidOpen(
                        ticket.userId(),
                        TicketKind.EMAIL_CONFIRMATION,
                        TicketKind.PASSWORD_RESET,
                        TicketKind.SECOND_FACTOR_CODE));
    }
}

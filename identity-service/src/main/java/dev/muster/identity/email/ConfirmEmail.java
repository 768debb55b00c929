package dev.muster.identity.email;

import dev.muster.identity.EmailAddress;
import dev.muster.identity.UserRow;
import dev.muster.identity.ticket.TicketKind;
import dev.muster.identity.ticket.TicketLink;
import dev.muster.identity.ticket.Tickets;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Puts the address into force that its holder has confirmed. */
@ApplicationScoped
public class ConfirmEmail {

    private final EmailChanges changes;
    private final Tickets tickets;

    ConfirmEmail(EmailChanges changes, Tickets tickets) {
        this.changes = changes;
        this.tickets = tickets;
    }

    /**
     * Works once: {@code NOT_FOUND} for a link that is unknown, used, voided or expired, {@code EMAIL_TAKEN} when another
     * person has confirmed the address first. Links that set a password and are still in the old mailbox are void.
     */
    public Uni<Void> confirm(TicketLink link) {
        return Panache.withTransaction(() -> changes.lock(link.userId())
                .call(user -> tickets.use(link.userId(), TicketKind.EMAIL_CONFIRMATION, link.secret())
                        .map(ticket -> ticket.orElseThrow(TicketLink::spent))
                        .chain(ticket -> changes.requireStillOffered(user, ticket)))
                .call(user -> changes.settle(user, addressToConfirm(user)))
                .chain(user -> tickets.voidOpen(user.userId(), TicketKind.PASSWORD_RESET)));
    }

    static EmailAddress addressToConfirm(UserRow user) {
        return user.pendingEmail == null ? user.emailAddress() : EmailAddress.of(user.pendingEmail);
    }
}

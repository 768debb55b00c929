package dev.muster.identity.creation;

import dev.muster.identity.UserRow;
import dev.muster.identity.mail.MailKind;
import dev.muster.identity.mail.Recipient;
import dev.muster.identity.mail.SendMail;
import dev.muster.identity.throttle.InvitationMails;
import dev.muster.identity.ticket.TicketKind;
import dev.muster.identity.ticket.Tickets;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Issues the ticket with which a person chooses their first password, and orders the mail that carries it. */
@ApplicationScoped
public class InviteToActivate {

    private final InvitationMails invitationMails;
    private final Tickets tickets;
    private final SendMail sendMail;

    InviteToActivate(InvitationMails invitationMails, Tickets tickets, SendMail sendMail) {
        this.invitationMails = invitationMails;
        this.tickets = tickets;
        this.sendMail = sendMail;
    }

    /**
     * Voids an older ticket. Joins the caller's transaction; a person without an address gets nothing. Fails with
     * {@code TOO_MANY_ATTEMPTS} when their address got too many of these mails.
     */
    public Uni<Void> invite(UserRow user) {
        return user.hasEmail()
                ? invitationMails
                        .take(user.emailAddress())
                        .chain(() -> tickets.issue(user.userId(), TicketKind.ACTIVATION, ""))
                        .chain(ticket -> sendMail.send(MailKind.ACTIVATION, Recipient.of(user), null, ticket))
                : Uni.createFrom().voidItem();
    }
}

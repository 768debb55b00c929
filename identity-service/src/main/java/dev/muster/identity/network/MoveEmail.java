package dev.muster.identity.network;

import dev.muster.identity.EmailAddress;
import dev.muster.identity.UserRow;
import dev.muster.identity.mail.MailKind;
import dev.muster.identity.mail.Recipient;
import dev.muster.identity.mail.SendMail;
import dev.muster.identity.ticket.TicketKind;
import dev.muster.identity.ticket.Tickets;
import dev.muster.kit.problem.ProblemException;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/**
 * Gives a person another address on a supervisor's word. It is in force at once but unproven: its reader gets a link to
 * confirm it, the reader of the old one a link to undo it, and whatever was mailed before is void.
 */
@ApplicationScoped
class MoveEmail {

    private final Tickets tickets;
    private final SendMail sendMail;

    MoveEmail(Tickets tickets, SendMail sendMail) {
        this.tickets = tickets;
        this.sendMail = sendMail;
    }

    /** Joins the caller's transaction, which holds the person's row. */
    Uni<Void> move(UserRow user, Optional<EmailAddress> address) {
        if (address.isEmpty()) {
            requireNoneBefore(user);
            return Uni.createFrom().voidItem();
        }
        EmailAddress wanted = address.get();
        if (wanted.key().equals(user.emailKey)) {
            user.email = wanted.text();
            return Uni.createFrom().voidItem();
        }
        return tickets.voidOpen(user.userId(), TicketKind.values())
                .chain(() -> tellOldAddress(user, wanted))
                .chain(() -> confirmAtNewAddress(user, wanted))
                .invoke(() -> enter(user, wanted));
    }

    private static void requireNoneBefore(UserRow user) {
        if (user.hasEmail()) {
            throw ProblemException.invalid("/user/email", "required", "Somebody who has an address keeps one");
        }
    }

    private Uni<Void> tellOldAddress(UserRow user, EmailAddress wanted) {
        if (!user.hasEmail()) {
            return Uni.createFrom().voidItem();
        }
        return tickets.issue(user.userId(), TicketKind.EMAIL_UNDO, user.email)
                .chain(ticket ->
                        sendMail.send(MailKind.EMAIL_CHANGE_NOTICE, Recipient.of(user), wanted.text(), ticket));
    }

    private Uni<Void> confirmAtNewAddress(UserRow user, EmailAddress wanted) {
        return tickets.issue(user.userId(), TicketKind.EMAIL_CONFIRMATION, "")
                .chain(ticket -> sendMail.send(
                        MailKind.EMAIL_CONFIRMATION, Recipient.at(wanted.text(), user), wanted.text(), ticket));
    }

    private static void enter(UserRow user, EmailAddress wanted) {
        user.enter(wanted);
        user.pendingEmail = null;
    }
}

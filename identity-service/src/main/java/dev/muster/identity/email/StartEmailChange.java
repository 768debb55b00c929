package dev.muster.identity.email;

import dev.muster.identity.EmailAddress;
import dev.muster.identity.UserRepository;
import dev.muster.identity.UserRow;
import dev.muster.identity.mail.MailKind;
import dev.muster.identity.mail.Recipient;
import dev.muster.identity.mail.SendMail;
import dev.muster.identity.ticket.IssuedTicket;
import dev.muster.identity.ticket.TicketKind;
import dev.muster.identity.ticket.Tickets;
import dev.muster.kit.id.OrgId;
import dev.muster.kit.id.UserId;
import dev.muster.kit.problem.ProblemException;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;

/**
 * Notes the wanted address and orders the mails. An address that somebody else has goes the very same way, statement by
 * statement; only the words of one mail differ, so the caller learns nothing from the answer, its time or their profile.
 */
@ApplicationScoped
class StartEmailChange {

    /** Each change mails a stranger, so one person starts this many in an hour at most. */
    private static final long MOST_CHANGES = 10;

    private static final Duration SPAN = Duration.ofHours(1);

    private final EmailChanges changes;
    private final UserRepository users;
    private final Tickets tickets;
    private final SendMail sendMail;

    StartEmailChange(EmailChanges changes, UserRepository users, Tickets tickets, SendMail sendMail) {
        this.changes = changes;
        this.users = users;
        this.tickets = tickets;
        this.sendMail = sendMail;
    }

    Uni<Void> start(UserId userId, EmailAddress wanted) {
        return start(userId, wanted, EmailChanges.OWN);
    }

    /** The same on a company's word, which is asked for again when the address is confirmed. */
    Uni<Void> offer(UserId userId, EmailAddress wanted, OrgId company) {
        return start(userId, wanted, company.toString());
    }

    private Uni<Void> start(UserId userId, EmailAddress wanted, String subject) {
        return Panache.withTransaction(() -> changes.lock(userId)
                .call(user -> requireNotTooMany(userId))
                .call(user -> confirmAtNewAddress(user, wanted, subject))
                .call(user -> warnAtOldAddress(user, wanted))
                .invoke(user -> changes.await(user, wanted))
                .replaceWithVoid());
    }

    Uni<Void> requireNotTooMany(UserId userId) {
        return tickets.countIssued(userId, TicketKind.EMAIL_CONFIRMATION, SPAN)
                .invoke(count -> {
                    if (count >= MOST_CHANGES) {
                        throw ProblemException.tooManyAttempts(SPAN);
                    }
                })
                .replaceWithVoid();
    }

    /** Whoever started an older change, its link would confirm this one's address. */
    private Uni<Void> confirmAtNewAddress(UserRow user, EmailAddress wanted, String subject) {
        return users.find(wanted)
                .call(() -> tickets.voidOpen(user.userId(), TicketKind.EMAIL_CONFIRMATION))
                .chain(holder -> tickets.issue(user.userId(), TicketKind.EMAIL_CONFIRMATION, subject)
                        .chain(ticket -> mailNewAddress(user, wanted, holder, ticket)));
    }

    /** The holder's mail carries the ticket too, so that it is made like the other; its text shows nothing of it. */
    private Uni<Void> mailNewAddress(UserRow user, EmailAddress wanted, Optional<UserRow> holder, IssuedTicket ticket) {
        MailKind kind = holder.isPresent() ? MailKind.EMAIL_TAKEN : MailKind.EMAIL_CONFIRMATION;
        Recipient recipient = holder.map(Recipient::of).orElseGet(() -> Recipient.at(wanted.text(), user));
        return sendMail.send(kind, recipient, wanted.text(), ticket);
    }

    /** Whoever had no address has no old one to go back to. */
    private Uni<Void> warnAtOldAddress(UserRow user, EmailAddress wanted) {
        if (!user.hasEmail()) {
            return Uni.createFrom().voidItem();
        }
        return tickets.issue(user.userId(), TicketKind.EMAIL_UNDO, user.email)
                .chain(ticket ->
                        sendMail.send(MailKind.EMAIL_CHANGE_NOTICE, Recipient.of(user), wanted.text(), ticket));
    }
}

package dev.muster.identity.recovery;

import dev.muster.identity.CredentialRepository;
import dev.muster.identity.UserRepository;
import dev.muster.identity.mail.MailKind;
import dev.muster.identity.mail.Recipient;
import dev.muster.identity.mail.SendMail;
import dev.muster.identity.peer.CloseSessions;
import dev.muster.identity.ticket.TicketKind;
import dev.muster.identity.ticket.TicketLink;
import dev.muster.identity.ticket.Tickets;
import dev.muster.kit.id.UserId;
import dev.muster.kit.outbox.OutboxId;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;

/** Uses the link up and sets the password in one transaction; the sessions are closed when this completes. */
@ApplicationScoped
class RecoveredCredential {

    private static final String REASON = "password_reset";

    private final UserRepository users;
    private final CredentialRepository credentials;
    private final Tickets tickets;
    private final SendMail sendMail;
    private final CloseSessions closeSessions;
    private final Clock clock;

    RecoveredCredential(
            UserRepository users,
            CredentialRepository credentials,
            Tickets tickets,
            SendMail sendMail,
            CloseSessions closeSessions,
            Clock clock) {
        this.users = users;
        this.credentials = credentials;
        this.tickets = tickets;
        this.sendMail = sendMail;
        this.closeSessions = closeSessions;
        this.clock = clock;
    }

    Uni<Void> set(TicketLink link, String hash) {
        UserId userId = link.userId();
        return Panache.withTransaction(() -> users.lock(userId)
                        .call(() -> tickets.use(userId, TicketKind.PASSWORD_RESET, link.secret())
                                .map(ticket -> ticket.orElseThrow(TicketLink::spent)))
                        .call(() -> credentials.put(userId, hash, clock.instant()))
                        .call(user -> sendMail.send(MailKind.PASSWORD_RESET_NOTICE, Recipient.of(user), null))
                        .chain(() -> closeSessions.order(userId, REASON)))
                .chain((OutboxId order) -> closeSessions.carryOut(order));
    }
}

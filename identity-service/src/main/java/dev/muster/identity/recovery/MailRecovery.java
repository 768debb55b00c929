package dev.muster.identity.recovery;

import dev.muster.identity.EmailAddress;
import dev.muster.identity.RecoveryRequests;
import dev.muster.identity.UserRepository;
import dev.muster.identity.UserRow;
import dev.muster.identity.mail.MailKind;
import dev.muster.identity.mail.Recipient;
import dev.muster.identity.mail.SendMail;
import dev.muster.identity.ticket.TicketKind;
import dev.muster.identity.ticket.Tickets;
import dev.muster.kit.outbox.OutboxHandler;
import dev.muster.kit.outbox.OutboxMessage;
import dev.muster.kit.reactive.CallerContext;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Executor;

/** Mails a link that sets a password to whoever has the address and may sign in; to nobody otherwise. */
@ApplicationScoped
class MailRecovery implements OutboxHandler {

    /** So that nobody fills another person's mailbox. */
    private static final long MOST_MAILS = 5;

    /** The work for a known address must not compete with the answer that says nothing about it. */
    private static final Duration AFTER_THE_ANSWER = Duration.ofMillis(300);

    private static final Duration SPAN = Duration.ofHours(1);

    private final UserRepository users;
    private final Tickets tickets;
    private final Instance<SendMail> sendMail;
    private final Clock clock;

    /** The outbox knows its handlers, so what appends to it is looked up when it is needed. */
    MailRecovery(UserRepository users, Tickets tickets, Instance<SendMail> sendMail, Clock clock) {
        this.users = users;
        this.tickets = tickets;
        this.sendMail = sendMail;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return RecoveryRequests.KIND;
    }

    @Override
    public Uni<Void> handle(OutboxMessage message) {
        EmailAddress email =
                EmailAddress.of(message.as(RecoveryRequests.Asked.class).email());
        Executor ownContext = CallerContext.current();
        return Uni.createFrom()
                .voidItem()
                .onItem()
                .delayIt()
                .by(AFTER_THE_ANSWER)
                .emitOn(ownContext)
                .chain(() -> Panache.withTransaction(() -> mailIfKnown(email)));
    }

    private Uni<Void> mailIfKnown(EmailAddress email) {
        return users.find(email)
                .chain(found -> found.filter(user -> user.maySignIn(clock.instant()))
                        .map(this::mailUnlessTooMany)
                        .orElseGet(() -> Uni.createFrom().voidItem()));
    }

    private Uni<Void> mailUnlessTooMany(UserRow user) {
        return tickets.countIssued(user.userId(), TicketKind.PASSWORD_RESET, SPAN)
                .chain(count ->
                        count < MOST_MAILS ? mail(user) : Uni.createFrom().voidItem());
    }

    private Uni<Void> mail(UserRow user) {
        return tickets.issue(user.userId(), TicketKind.PASSWORD_RESET, "")
                .chain(ticket -> sendMail.get().send(MailKind.PASSWORD_RESET, Recipient.of(user), null, ticket));
    }
}

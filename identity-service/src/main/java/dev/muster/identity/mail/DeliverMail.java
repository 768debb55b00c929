package dev.muster.identity.mail;

import dev.muster.kit.outbox.OutboxHandler;
import dev.muster.kit.outbox.OutboxMessage;
import dev.muster.kit.outbox.OutboxRejection;
import io.quarkus.mailer.reactive.ReactiveMailer;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.mail.SMTPException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Set;

/** Hands ordered mails to the mail server. */
@ApplicationScoped
class DeliverMail implements OutboxHandler {

    static final String KIND = "mail";

    /** RFC 5321, 4.2.3: the mailbox cannot be used, has no room or a name that is not allowed. */
    private static final Set<Integer> MAILBOX_REFUSED = Set.of(550, 551, 552, 553);

    private final ReactiveMailer mailer;
    private final MailWriter writer;
    private final Clock clock;

    DeliverMail(ReactiveMailer mailer, MailWriter writer, Clock clock) {
        this.mailer = mailer;
        this.writer = writer;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Uni<Void> handle(OutboxMessage message) {
        OrderedMail order = message.as(OrderedMail.class);
        if (order.to() == null) {
            throw new OutboxRejection("the mail is for nobody");
        }
        if (order.expiresAt() != null && !clock.instant().isBefore(order.expiresAt())) {
            throw new OutboxRejection("what the mail holds expired before it could be sent");
        }
        return writer.write(order)
                .chain(mail -> mailer.send(mail))
                .onFailure(SMTPException.class)
                .transform(DeliverMail::withoutAddress);
    }

    /** A mail server's answer quotes the address, which belongs into no log. */
    private static RuntimeException withoutAddress(SMTPException failure) {
        int code = failure.getReplyCode();
        return MAILBOX_REFUSED.contains(code)
                ? new OutboxRejection("the mail server refused the mailbox with " + code)
                : new IllegalStateException("the mail server answered " + code);
    }
}

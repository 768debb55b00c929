package dev.muster.identity.mail;

import dev.muster.kit.outbox.OutboxHandler;
import dev.muster.kit.outbox.OutboxMessage;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Hands mails to the mail server that were ordered by the thousand. They have a kind of their own, so that nobody who waits
 * for a code or a link waits for an import's mails first.
 */
@ApplicationScoped
class DeliverBulkMail implements OutboxHandler {

    static final String KIND = "mail.bulk";

    private final DeliverMail deliverMail;

    DeliverBulkMail(DeliverMail deliverMail) {
        this.deliverMail = deliverMail;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Uni<Void> handle(OutboxMessage message) {
        return deliverMail.handle(message);
    }
}

package dev.muster.identity.mail;

import dev.muster.identity.sealing.SecretKey;
import dev.muster.identity.ticket.IssuedTicket;
import dev.muster.kit.id.UserId;
import dev.muster.kit.outbox.Outbox;
import dev.muster.kit.outbox.OutboxEntry;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.UUID;

/**
 * Orders mails in the transaction of the change that they tell of: both are committed or neither. A mail is sent after the
 * commit, by one replica, and waits for nothing else; a secret in it is sealed while it waits.
 */
@ApplicationScoped
public class SendMail {

    private final Outbox outbox;
    private final SecretKey key;

    SendMail(Outbox outbox, SecretKey key) {
        this.outbox = outbox;
        this.key = key;
    }

    /** Orders a mail without a secret; {@code about} is what it names, an address or an organization, or null. */
    public Uni<Void> send(MailKind kind, Recipient recipient, String about) {
        return send(kind, recipient, about, null);
    }

    /** Orders a mail that carries the ticket's secret, null for none. Somebody without an address gets nothing. */
    public Uni<Void> send(MailKind kind, Recipient recipient, String about, IssuedTicket ticket) {
        return recipient.isReachable()
                ? append(order(kind, recipient, about, ticket))
                : Uni.createFrom().voidItem();
    }

    /**
     * The outbox's row for a mail that carries the ticket's secret, to be appended together with many others; single mails
     * do not wait for these.
     */
    public OutboxEntry entry(MailKind kind, Recipient recipient, String about, IssuedTicket ticket) {
        OrderedMail mail = order(kind, recipient, about, ticket);
        return new OutboxEntry(DeliverBulkMail.KIND, key(mail), mail);
    }

    private OrderedMail order(MailKind kind, Recipient recipient, String about, IssuedTicket ticket) {
        String id = UUID.randomUUID().toString();
        return new OrderedMail(
                id,
                kind,
                recipient.userId(),
                recipient.email(),
                recipient.name(),
                recipient.language(),
                about,
                ticket == null
                        ? null
                        : key.seal(sealPurpose(id), ticket.secret().text()),
                ticket == null ? 0 : ticket.lifetime().toSeconds(),
                ticket == null ? null : ticket.expiresAt());
    }

    private Uni<Void> append(OrderedMail mail) {
        return outbox.append(DeliverMail.KIND, key(mail), mail).replaceWithVoid();
    }

    /** Forgets, in the caller's transaction, the mails to the person that have not been sent. */
    public Uni<Void> withdraw(UserId userId) {
        return outbox.withdraw(Set.of(DeliverMail.KIND, DeliverBulkMail.KIND), keysOf(userId));
    }

    /** One of its own for each mail: one that cannot be delivered must hold up no other. */
    private static String key(OrderedMail mail) {
        return keysOf(mail.userId()) + mail.id();
    }

    private static String keysOf(UserId userId) {
        return "mail:" + userId + ":";
    }

    static String sealPurpose(String mailId) {
        return "mail " + mailId;
    }
}

package dev.muster.identity.recovery;

import dev.muster.identity.EmailAddress;
import dev.muster.kit.outbox.Outbox;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Notes that somebody asked for another password: one statement, the same for every text that may be an address. Whether
 * anybody has the address is looked up after the answer, for one address in order, so that its mails can be counted.
 */
@ApplicationScoped
public class AskForRecovery {

    /** No address is longer (RFC 5321, 4.5.3.1.3), so what is cut off belongs to nobody. */
    private static final int LONGEST = 255;

    private final Outbox outbox;

    AskForRecovery(Outbox outbox) {
        this.outbox = outbox;
    }

    @WithTransaction
    public Uni<Void> ask(EmailAddress email) {
        return outbox.append(MailRecovery.KIND, "recovery:" + cut(email.key()), new RecoveryAsked(cut(email.text())))
                .replaceWithVoid();
    }

    private static String cut(String text) {
        return text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    }
}

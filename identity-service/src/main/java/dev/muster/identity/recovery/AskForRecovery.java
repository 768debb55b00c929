package dev.muster.identity.recovery;

import dev.muster.identity.EmailAddress;
import dev.muster.identity.throttle.ClientNetwork;
import dev.muster.identity.throttle.PasswordAttempts;
import dev.muster.kit.outbox.Outbox;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Notes that somebody asked for another password: the same statements for every text that may be an address. Whether
 * anybody has the address is looked up after the answer, for one address in order, so that its mails can be counted.
 */
@ApplicationScoped
public class AskForRecovery {

    /** No address is longer (RFC 5321, 4.5.3.1.3), so what is cut off belongs to nobody. */
    private static final int LONGEST = 255;

    private final PasswordAttempts attempts;
    private final Outbox outbox;

    AskForRecovery(PasswordAttempts attempts, Outbox outbox) {
        this.attempts = attempts;
        this.outbox = outbox;
    }

    /** Fails with {@code TOO_MANY_ATTEMPTS} when the network has asked or guessed too often, whomever it asks for. */
    public Uni<Void> ask(EmailAddress email, ClientNetwork network) {
        return attempts.takeFromNetwork(email, network)
                .chain(() -> Panache.withTransaction(() -> note(cut(email.key()), cut(email.text()))));
    }

    private Uni<Void> note(String key, String text) {
        return outbox.append(MailRecovery.KIND, "recovery:" + key, new RecoveryAsked(text))
                .replaceWithVoid();
    }

    private static String cut(String text) {
        return text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    }
}

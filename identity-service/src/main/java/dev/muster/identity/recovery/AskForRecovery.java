package dev.muster.identity.recovery;

import dev.muster.identity.EmailAddress;
import dev.muster.identity.RecoveryRequests;
import dev.muster.identity.throttle.ClientNetwork;
import dev.muster.identity.throttle.PasswordAttempts;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Notes that somebody asked for another password: the same statements for every text that may be an address. Whether
 * anybody has the address is looked up after the answer, for one address in order, so that its mails can be counted.
 */
@ApplicationScoped
public class AskForRecovery {

    private final PasswordAttempts attempts;
    private final RecoveryRequests requests;

    AskForRecovery(PasswordAttempts attempts, RecoveryRequests requests) {
        this.attempts = attempts;
        this.requests = requests;
    }

    /** Fails with {@code TOO_MANY_ATTEMPTS} when the network has asked or guessed too often, whomever it asks for. */
    public Uni<Void> ask(EmailAddress email, ClientNetwork network) {
        return attempts.takeFromNetwork(email, network)
                .chain(() -> Panache.withTransaction(() -> requests.note(email)));
    }
}

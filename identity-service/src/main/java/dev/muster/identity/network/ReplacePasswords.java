package dev.muster.identity.network;

import dev.muster.identity.UserRow;
import dev.muster.identity.ticket.TicketKind;
import dev.muster.identity.ticket.Tickets;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;

/** Puts a person's other passwords; joins the caller's transaction. */
@ApplicationScoped
class ReplacePasswords {

    private final NetworkCredentials credentials;
    private final Tickets tickets;
    private final Clock clock;

    ReplacePasswords(NetworkCredentials credentials, Tickets tickets, Clock clock) {
        this.credentials = credentials;
        this.tickets = tickets;
        this.clock = clock;
    }

    /**
     * Those that are not given stay. A person who is given a password may sign in with it, activated or not, and what was
     * mailed to choose another or to sign in is void.
     */
    Uni<Void> replace(UserRow user, Hashes hashes) {
        return credentials
                .put(user.userId(), hashes)
                .chain(() -> hashes.password() == null ? Uni.createFrom().voidItem() : activate(user));
    }

    private Uni<Void> activate(UserRow user) {
        if (user.activatedAt == null) {
            user.activatedAt = clock.instant();
        }
        return tickets.voidOpen(
                user.userId(), TicketKind.ACTIVATION, TicketKind.PASSWORD_RESET, TicketKind.SECOND_FACTOR_CODE);
    }
}

package dev.muster.identity.password;

import dev.muster.identity.CredentialRepository;
import dev.muster.identity.UserRepository;
import dev.muster.identity.UserRow;
import dev.muster.identity.peer.CloseSessions;
import dev.muster.identity.ticket.TicketKind;
import dev.muster.identity.ticket.Tickets;
import dev.muster.kit.id.SessionId;
import dev.muster.kit.id.UserId;
import dev.muster.kit.outbox.OutboxId;
import dev.muster.kit.problem.Problem;
import dev.muster.kit.problem.ProblemException;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;

/** Reads and changes the caller's credential in short sessions of their own; none is open while a password is hashed. */
@ApplicationScoped
class OwnCredential {

    private static final String REASON = "password_changed";

    private final UserRepository users;
    private final CredentialRepository credentials;
    private final Tickets tickets;
    private final CloseSessions closeSessions;
    private final Clock clock;

    OwnCredential(
            UserRepository users,
            CredentialRepository credentials,
            Tickets tickets,
            CloseSessions closeSessions,
            Clock clock) {
        this.users = users;
        this.credentials = credentials;
        this.tickets = tickets;
        this.closeSessions = closeSessions;
        this.clock = clock;
    }

    /** The caller and the hash of their password. */
    record Own(UserRow user, String passwordHash) {}

    Uni<Own> find(UserId userId) {
        return Panache.withSession(() -> users.get(userId)
                .chain(user -> credentials
                        .passwordHash(userId)
                        .map(hash -> new Own(user, hash.orElseThrow(OwnCredential::wrong)))));
    }

    /**
     * Changes it unless somebody else did meanwhile; the other sessions are closed when this completes. A mailed link that
     * would set another password is void: whoever reads the mailbox must not undo the change.
     */
    Uni<Void> change(Own own, String hash, SessionId stays) {
        UserId userId = own.user().userId();
        return Panache.withTransaction(() -> closeSessions
                        .orderExcept(userId, stays, REASON)
                        .call(() -> credentials
                                .change(userId, own.passwordHash(), hash, clock.instant())
                                .invoke(OwnCredential::requireChanged))
                        .call(() -> tickets.voidOpen(userId, TicketKind.PASSWORD_RESET)))
                .chain((OutboxId order) -> closeSessions.carryOut(order));
    }

    /** Of two changes at once one wins; what the other gave as the present password is that no more. */
    private static void requireChanged(boolean changed) {
        if (!changed) {
            throw wrong();
        }
    }

    private static ProblemException wrong() {
        return new ProblemException(Problem.WRONG_PASSWORD);
    }
}

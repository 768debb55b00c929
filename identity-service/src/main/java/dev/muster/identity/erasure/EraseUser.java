package dev.muster.identity.erasure;

import dev.muster.identity.LastAdministrator;
import dev.muster.identity.RecoveryRequests;
import dev.muster.identity.UserRepository;
import dev.muster.identity.mail.SendMail;
import dev.muster.identity.peer.ForgetUser;
import dev.muster.identity.peer.Memberships;
import dev.muster.identity.peer.PeerOrders;
import dev.muster.kit.id.UserId;
import dev.muster.kit.outbox.OutboxId;
import dev.muster.kit.problem.Problem;
import dev.muster.kit.problem.ProblemException;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/**
 * Erases a person: all that identity-service knows of them is deleted, mails that wait to be sent too; their memberships
 * end, their sessions are closed and session-service forgets their addresses and devices. The id is never given again;
 * what other services keep under it says nothing about a person any more. The e-mail address is free for somebody new.
 */
@ApplicationScoped
public class EraseUser {

    private final UserRepository users;
    private final LastAdministrator lastAdministrator;
    private final Memberships memberships;
    private final ForgetUser forgetUser;
    private final SendMail sendMail;
    private final RecoveryRequests recoveryRequests;
    private final PeerOrders orders;

    EraseUser(
            UserRepository users,
            LastAdministrator lastAdministrator,
            Memberships memberships,
            ForgetUser forgetUser,
            SendMail sendMail,
            RecoveryRequests recoveryRequests,
            PeerOrders orders) {
        this.users = users;
        this.lastAdministrator = lastAdministrator;
        this.memberships = memberships;
        this.forgetUser = forgetUser;
        this.sendMail = sendMail;
        this.recoveryRequests = recoveryRequests;
        this.orders = orders;
    }

    /**
     * The memberships end first, because only org-service can refuse: after a crash in between the call may be repeated.
     * Fails with {@code LAST_ADMINISTRATOR} for that one and, unless forced, with {@code LAST_OWNER} for the sole owner of an
     * organization that has other members; nothing has changed then. Of the last two administrators who go at the same
     * moment one stays and may have lost their memberships.
     */
    public Uni<Void> erase(UserId userId, Ownerships ownerships) {
        return Panache.withTransaction(() -> users.get(userId).chain(lastAdministrator::requireAnother))
                .chain(() -> memberships.endAll(userId, ownerships == Ownerships.ABANDON))
                .chain(() -> Panache.withTransaction(() -> delete(userId)))
                .chain(order -> orders.carryOut(List.of(order)));
    }

    /** Of two who delete one person the second finds nobody; nobody becomes the last administrator meanwhile. */
    private Uni<OutboxId> delete(UserId userId) {
        return users.lock(userId)
                .onItem()
                .ifNull()
                .failWith(() -> new ProblemException(Problem.USER_NOT_FOUND))
                .call(lastAdministrator::requireAnother)
                .call(() -> sendMail.withdraw(userId))
                .call(recoveryRequests::withdraw)
                .call(() -> orders.withdraw(userId))
                .chain(() -> users.remove(userId))
                .chain(() -> forgetUser.order(userId));
    }
}

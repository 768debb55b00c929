package dev.muster.identity.activation;

import dev.muster.identity.CredentialRepository;
import dev.muster.identity.EmailStatus;
import dev.muster.identity.Password;
import dev.muster.identity.UserRepository;
import dev.muster.identity.UserRow;
import dev.muster.identity.company.CompanyUsers;
import dev.muster.identity.hashing.PasswordHasher;
import dev.muster.identity.peer.ActivateMember;
import dev.muster.identity.peer.PeerOrders;
import dev.muster.identity.policy.PasswordOwner;
import dev.muster.identity.policy.PasswordPolicy;
import dev.muster.identity.ticket.TicketKind;
import dev.muster.identity.ticket.TicketLink;
import dev.muster.identity.ticket.Tickets;
import dev.muster.kit.outbox.OutboxId;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/**
 * Sets a person's first password with the ticket from the mail, which also proves the address. Every company that waits
 * for the person has an active member then.
 */
@ApplicationScoped
public class ActivateUser {

    private final FindActivation findActivation;
    private final PasswordPolicy policy;
    private final PasswordHasher hasher;
    private final Tickets tickets;
    private final UserRepository users;
    private final CredentialRepository credentials;
    private final CompanyUsers companyUsers;
    private final ActivateMember activateMember;
    private final PeerOrders orders;
    private final Clock clock;

    ActivateUser(
            FindActivation findActivation,
            PasswordPolicy policy,
            PasswordHasher hasher,
            Tickets tickets,
            UserRepository users,
            CredentialRepository credentials,
            CompanyUsers companyUsers,
            ActivateMember activateMember,
            PeerOrders orders,
            Clock clock) {
        this.findActivation = findActivation;
        this.policy = policy;
        this.hasher = hasher;
        this.tickets = tickets;
        this.users = users;
        this.credentials = credentials;
        this.companyUsers = companyUsers;
        this.activateMember = activateMember;
        this.orders = orders;
        this.clock = clock;
    }

    private record Committed(UserRow user, List<OutboxId> orders) {}

    /**
     * Works once: {@code NOT_FOUND} for a ticket that is unknown, used, voided or expired. A password that the policy
     * refuses is {@code INVALID_INPUT} and leaves the ticket good.
     */
    public Uni<UserRow> activate(TicketLink link, Password wanted) {
        return findActivation
                .find(link)
                .chain(pending ->
                        policy.require(wanted, PasswordOwner.of(pending.user(), pending.names()), "/password"))
                .chain(() -> hasher.hash(wanted))
                .chain(hash -> Panache.withTransaction(() -> commit(link, hash)))
                .call(committed -> orders.carryOut(committed.orders()))
                .map(Committed::user);
    }

    /** The person is locked first, so that a company's change of their address comes before or after, never in between. */
    private Uni<Committed> commit(TicketLink link, String hash) {
        Instant now = clock.instant();
        return users.lock(link.userId())
                .onItem()
                .ifNull()
                .failWith(TicketLink::spent)
                .call(() -> tickets.use(link.userId(), TicketKind.ACTIVATION, link.secret())
                        .map(ticket -> ticket.orElseThrow(TicketLink::spent)))
                .call(() -> credentials.put(link.userId(), hash, now))
                .invoke(user -> open(user, now))
                .chain(user -> order(user).map(ordered -> new Committed(user, ordered)));
    }

    private static void open(UserRow user, Instant now) {
        user.activatedAt = now;
        user.emailStatus = EmailStatus.CONFIRMED;
        user.updatedAt = now;
    }

    private Uni<List<OutboxId>> order(UserRow user) {
        return companyUsers
                .takeIn(user.userId(), null)
                .chain(companies -> activateMember.order(user.userId(), companies));
    }
}

package dev.muster.identity.creation;

import dev.muster.identity.UserEmails;
import dev.muster.identity.UserRepository;
import dev.muster.identity.UserRow;
import dev.muster.identity.company.Admission;
import dev.muster.identity.company.CompanyUsers;
import dev.muster.identity.peer.FoundOwnOrganization;
import dev.muster.identity.peer.PeerOrders;
import dev.muster.identity.peer.TakeIn;
import dev.muster.kit.outbox.OutboxId;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/**
 * Makes a new person. The person, the ticket and mail that activate the account, and the orders to org-service are
 * committed together: a crash at any point leaves either nobody or somebody whose mail and memberships follow.
 */
@ApplicationScoped
public class CreateUser {

    private final UserRepository users;
    private final CompanyUsers companyUsers;
    private final InviteToActivate inviteToActivate;
    private final TakeIn takeIn;
    private final FoundOwnOrganization foundOwnOrganization;
    private final PeerOrders orders;
    private final Clock clock;

    CreateUser(
            UserRepository users,
            CompanyUsers companyUsers,
            InviteToActivate inviteToActivate,
            TakeIn takeIn,
            FoundOwnOrganization foundOwnOrganization,
            PeerOrders orders,
            Clock clock) {
        this.users = users;
        this.companyUsers = companyUsers;
        this.inviteToActivate = inviteToActivate;
        this.takeIn = takeIn;
        this.foundOwnOrganization = foundOwnOrganization;
        this.orders = orders;
        this.clock = clock;
    }

    /**
     * Stores the person and has the companies take them in; with an address they get a mail to choose a password.
     * Waits a little for org-service, which otherwise follows by itself. Fails with {@code EMAIL_TAKEN} when somebody else
     * has the address.
     */
    public Uni<UserRow> create(UserRow user, List<Admission> admissions, Founding founding) {
        return Panache.withTransaction(() -> store(user)
                        .call(() -> inviteToActivate.invite(user))
                        .chain(() -> order(user, admissions, founding)))
                .chain(orders::carryOut)
                .replaceWith(user);
    }

    private Uni<UserRow> store(UserRow user) {
        Instant now = clock.instant();
        user.createdAt = now;
        user.updatedAt = now;
        return users.persistAndFlush(user).onFailure(UserEmails::isTaken).transform(taken -> UserEmails.taken());
    }

    private Uni<List<OutboxId>> order(UserRow user, List<Admission> admissions, Founding founding) {
        Multi<OutboxId> takenIn = Multi.createFrom()
                .iterable(admissions)
                .onItem()
                .transformToUniAndConcatenate(admission -> companyUsers
                        .admit(user.userId(), admission)
                        .chain(() -> takeIn.order(user.userId(), admission)));
        Multi<OutboxId> founded = founding == Founding.OWN_ORGANIZATION
                ? foundOwnOrganization.order(user.userId()).toMulti()
                : Multi.createFrom().empty();
        return Multi.createBy()
                .concatenating()
                .streams(takenIn, founded)
                .collect()
                .asList();
    }
}

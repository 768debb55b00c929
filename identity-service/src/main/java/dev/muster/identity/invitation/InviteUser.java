package dev.muster.identity.invitation;

import dev.muster.identity.EmailAddress;
import dev.muster.identity.UserEmails;
import dev.muster.identity.UserRepository;
import dev.muster.identity.UserRow;
import dev.muster.identity.company.Admission;
import dev.muster.identity.company.CompanyUsers;
import dev.muster.identity.company.Membership;
import dev.muster.identity.company.MembershipStatus;
import dev.muster.identity.creation.CreateUser;
import dev.muster.identity.creation.Founding;
import dev.muster.identity.creation.InviteToJoin;
import dev.muster.identity.peer.PeerOrders;
import dev.muster.identity.peer.TakeIn;
import dev.muster.kit.outbox.OutboxId;
import dev.muster.kit.problem.ProblemException;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/**
 * Invites somebody into an organization by e-mail. Whoever has an account joins with one click in the mail, anybody else
 * gets a pending account with it; the caller cannot tell one from the other.
 */
@ApplicationScoped
public class InviteUser {

    private final UserRepository users;
    private final CompanyUsers companyUsers;
    private final CreateUser createUser;
    private final InviteToJoin inviteToJoin;
    private final TakeIn takeIn;
    private final PeerOrders orders;

    InviteUser(
            UserRepository users,
            CompanyUsers companyUsers,
            CreateUser createUser,
            InviteToJoin inviteToJoin,
            TakeIn takeIn,
            PeerOrders orders) {
        this.users = users;
        this.companyUsers = companyUsers;
        this.createUser = createUser;
        this.inviteToJoin = inviteToJoin;
        this.takeIn = takeIn;
        this.orders = orders;
    }

    /** The person, who is a pending member then; an older invitation into the same organization is void. */
    Uni<UserRow> invite(EmailAddress email, Admission admission, String organizationName) {
        return inviteKnown(email, admission, organizationName)
                .chain(known -> known.map(user -> Uni.createFrom().item(user))
                        .orElseGet(() -> inviteStranger(email, admission, organizationName)));
    }

    /** Somebody who makes an account at the same moment is not a stranger any more. */
    private Uni<UserRow> inviteStranger(EmailAddress email, Admission admission, String organizationName) {
        UserRow stranger = new UserRow();
        stranger.enter(email);
        return createUser
                .create(stranger, List.of(admission), Founding.NOTHING)
                .onFailure(UserEmails::isRefused)
                .recoverWithUni(taken -> inviteKnown(email, admission, organizationName)
                        .map(known -> known.orElseThrow(() -> (ProblemException) taken)));
    }

    private record Invited(UserRow user, List<OutboxId> orders) {}

    private Uni<Optional<UserRow>> inviteKnown(EmailAddress email, Admission admission, String organizationName) {
        return Panache.withTransaction(() -> users.lock(email)
                        .chain(found -> found.map(user -> commit(user, admission, organizationName)
                                        .map(Optional::of))
                                .orElseGet(() -> Uni.createFrom().item(Optional.empty()))))
                .call(invited -> orders.carryOut(invited.map(Invited::orders).orElse(List.of())))
                .map(invited -> invited.map(Invited::user));
    }

    /** Who is in already gets no mail; org-service refuses the invitation when it hears who it is. */
    private Uni<Invited> commit(UserRow user, Admission admission, String organizationName) {
        return companyUsers
                .find(admission.orgId(), user.userId())
                .chain(present -> present.map(Membership::status)
                                .filter(MembershipStatus.ACTIVE::equals)
                                .isPresent()
                        ? Uni.createFrom().item(new Invited(user, List.of()))
                        : write(user, admission, organizationName));
    }

    private Uni<Invited> write(UserRow user, Admission admission, String organizationName) {
        return inviteToJoin
                .invite(user, admission.orgId(), organizationName)
                .chain(() -> companyUsers.admit(user.userId(), admission))
                .chain(() -> takeIn.order(user.userId(), admission))
                .map(order -> new Invited(user, List.of(order)));
    }
}

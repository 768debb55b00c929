package dev.muster.identity.email;

import dev.muster.identity.ChangeEmail;
import dev.muster.identity.EmailAddress;
import dev.muster.identity.Password;
import dev.muster.identity.UserRepository;
import dev.muster.identity.UserRow;
import dev.muster.identity.proof.CurrentPassword;
import dev.muster.identity.throttle.ClientNetwork;
import dev.muster.kit.id.OrgId;
import dev.muster.kit.id.UserId;
import dev.muster.kit.problem.ProblemException;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Starts the change of a person's own address once they have given their password. */
@ApplicationScoped
class ChangeOwnEmail implements ChangeEmail {

    private final UserRepository users;
    private final CurrentPassword currentPassword;
    private final StartEmailChange startEmailChange;

    ChangeOwnEmail(UserRepository users, CurrentPassword currentPassword, StartEmailChange startEmailChange) {
        this.users = users;
        this.currentPassword = currentPassword;
        this.startEmailChange = startEmailChange;
    }

    @Override
    public Uni<Void> change(
            UserId userId, Password password, EmailAddress wanted, ClientNetwork network, String pointer) {
        return Panache.withSession(() -> users.get(userId))
                .invoke(user -> requireUsable(user, wanted, pointer))
                .call(user -> currentPassword.require(user, password, network))
                .chain(() -> startEmailChange.start(userId, wanted));
    }

    @Override
    public Uni<Void> offer(UserId userId, EmailAddress wanted, OrgId company) {
        return startEmailChange.offer(userId, wanted, company);
    }

    @Override
    public Uni<Void> requireMayOffer(UserId userId) {
        return startEmailChange.requireNotTooMany(userId);
    }

    private static void requireUsable(UserRow user, EmailAddress wanted, String pointer) {
        if (!wanted.isWellFormed()) {
            throw ProblemException.invalid(pointer, "invalid_value", "This is not an e-mail address");
        }
        if (wanted.isSameAs(user.emailAddress())) {
            throw ProblemException.invalid(pointer, "unchanged", "This is the present address");
        }
    }
}

package dev.muster.identity.account;

import dev.muster.identity.ChangeEmail;
import dev.muster.identity.UserRepository;
import dev.muster.identity.UserRow;
import dev.muster.identity.throttle.ClientNetwork;
import dev.muster.kit.id.UserId;
import dev.muster.kit.problem.ProblemException;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;

/** Changes the caller's own account; another address comes into force when it is confirmed. */
@ApplicationScoped
public class UpdateAccount {

    private final UserRepository users;
    private final ChangeEmail changeEmail;
    private final Clock clock;

    UpdateAccount(UserRepository users, ChangeEmail changeEmail, Clock clock) {
        this.users = users;
        this.changeEmail = changeEmail;
        this.clock = clock;
    }

    /**
     * The user afterwards. Another address needs the password, {@code INVALID_INPUT} without one; a wrong one is
     * {@code WRONG_PASSWORD} and nothing has changed.
     */
    Uni<UserRow> update(UserId caller, AccountFields fields, ClientNetwork network) {
        return Panache.withSession(() -> users.get(caller))
                .call(user -> changeAddress(user, fields, network))
                .chain(() -> Panache.withTransaction(() -> users.get(caller).invoke(user -> apply(fields, user))));
    }

    private Uni<Void> changeAddress(UserRow user, AccountFields fields, ClientNetwork network) {
        if (fields.email().isSameAs(user.emailAddress())) {
            return Uni.createFrom().voidItem();
        }
        if (fields.password() == null) {
            throw ProblemException.invalid("/password", "required", "Another e-mail address needs the password");
        }
        return changeEmail.change(user.userId(), fields.password(), fields.email(), network, "/email");
    }

    private void apply(AccountFields fields, UserRow user) {
        fields.applyTo(user);
        user.updatedAt = clock.instant();
    }
}

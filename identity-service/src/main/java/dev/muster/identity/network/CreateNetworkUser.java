package dev.muster.identity.network;

import dev.muster.identity.Password;
import dev.muster.identity.UserEmails;
import dev.muster.identity.UserRepository;
import dev.muster.identity.UserRow;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;

/** Makes a person of the network, who may sign in at once and belongs to no organization. */
@ApplicationScoped
public class CreateNetworkUser {

    private final UserRepository users;
    private final NetworkCredentials credentials;
    private final NetworkPasswords passwords;
    private final Clock clock;

    CreateNetworkUser(UserRepository users, NetworkCredentials credentials, NetworkPasswords passwords, Clock clock) {
        this.users = users;
        this.credentials = credentials;
        this.passwords = passwords;
        this.clock = clock;
    }

    /**
     * Passwords that are not given are generated; only this answer shows them. Fails with {@code FORBIDDEN} for a rating
     * that the caller may not give, {@code INVALID_INPUT} for a refused password, {@code EMAIL_TAKEN}.
     */
    Uni<NetworkUserView> create(NetworkPower caller, NetworkUser wanted) {
        caller.requireMaking(wanted.networkRating());
        NetworkUser complete = wanted.withPasswords(
                wanted.password() == null ? passwords.generate() : wanted.password(),
                wanted.fsdPassword() == null ? passwords.generate() : wanted.fsdPassword());
        return passwords
                .requireAcceptable(wanted, false, Hashes.NONE)
                .chain(() -> passwords.hash(complete))
                .chain(hashes -> Panache.withTransaction(() -> store(complete, hashes)))
                .onFailure(UserEmails::isTaken)
                .transform(taken -> UserEmails.taken())
                .map(user -> NetworkUserView.of(
                        user,
                        generated(wanted.password(), complete.password()),
                        generated(wanted.fsdPassword(), complete.fsdPassword())));
    }

    private Uni<UserRow> store(NetworkUser wanted, Hashes hashes) {
        return users.persistAndFlush(rowOf(wanted)).call(user -> credentials.put(user.userId(), hashes));
    }

    private UserRow rowOf(NetworkUser wanted) {
        Instant now = clock.instant();
        UserRow user = new UserRow();
        wanted.address().ifPresent(user::enter);
        user.firstName = wanted.firstName();
        user.lastName = wanted.lastName();
        user.networkRating = wanted.networkRating();
        user.pilotRating = wanted.pilotRating();
        user.activatedAt = now;
        user.createdAt = now;
        user.updatedAt = now;
        return user;
    }

    private static String generated(Password given, Password stored) {
        return given == null ? stored.text() : null;
    }
}

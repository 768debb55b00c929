package dev.muster.identity.network;

import dev.muster.identity.CredentialRepository;
import dev.muster.identity.LastAdministrator;
import dev.muster.identity.TwoFactor;
import dev.muster.identity.UserEmails;
import dev.muster.identity.UserRepository;
import dev.muster.identity.UserRow;
import dev.muster.kit.access.LiveSession;
import dev.muster.kit.id.UserId;
import dev.muster.kit.problem.Problem;
import dev.muster.kit.problem.ProblemException;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;

/**
 * Changes a person of the network. Who they are is read with their row locked, in the transaction of the change, so that
 * nobody rises above a supervisor between the check and the change, by a rating or by a membership.
 */
@ApplicationScoped
public class UpdateNetworkUser {

    private final UserRepository users;
    private final CredentialRepository storedCredentials;
    private final ProtectedRating protectedRating;
    private final NetworkPasswords passwords;
    private final LastAdministrator lastAdministrator;
    private final MoveEmail moveEmail;
    private final ReplacePasswords replacePasswords;
    private final BringIntoForce bringIntoForce;
    private final Clock clock;

    UpdateNetworkUser(
            UserRepository users,
            CredentialRepository storedCredentials,
            ProtectedRating protectedRating,
            NetworkPasswords passwords,
            LastAdministrator lastAdministrator,
            MoveEmail moveEmail,
            ReplacePasswords replacePasswords,
            BringIntoForce bringIntoForce,
            Clock clock) {
        this.users = users;
        this.storedCredentials = storedCredentials;
        this.protectedRating = protectedRating;
        this.passwords = passwords;
        this.lastAdministrator = lastAdministrator;
        this.moveEmail = moveEmail;
        this.replacePasswords = replacePasswords;
        this.bringIntoForce = bringIntoForce;
        this.clock = clock;
    }

    /**
     * Completes when the change is in force on open sessions. Fails with {@code USER_NOT_FOUND}, {@code FORBIDDEN} for
     * somebody whom the caller may not change, {@code INVALID_INPUT} for a refused password, {@code CONFLICT} for a taken
     * address, a record that has changed since it was read, and the last administrator.
     */
    Uni<NetworkUserView> update(LiveSession caller, UserId person, SeenRecord seen, NetworkUser wanted) {
        NetworkPower power = NetworkPower.of(caller);
        return Panache.withSession(() -> users.get(person).call(user -> requireChanging(power, user, wanted)))
                .call(user -> requireAcceptable(user, wanted))
                .chain(() -> passwords.hash(wanted))
                .chain(hashes -> Panache.withTransaction(() -> lock(person)
                        .call(user -> requireChanging(power, user, wanted))
                        .invoke(seen::requireCurrent)
                        .chain(user -> change(user, wanted, hashes, caller))))
                .onFailure(UserEmails::isTaken)
                .transform(taken -> UserEmails.taken())
                .call(bringIntoForce::carryOut)
                .map(Change::view);
    }

    private Uni<Void> requireChanging(NetworkPower power, UserRow user, NetworkUser wanted) {
        return protectedRating
                .of(user)
                .invoke(present -> power.requireChanging(present, wanted.networkRating()))
                .replaceWithVoid();
    }

    private Uni<Void> requireAcceptable(UserRow user, NetworkUser wanted) {
        if (wanted.password() == null && wanted.fsdPassword() == null) {
            return Uni.createFrom().voidItem();
        }
        return Panache.withSession(() -> storedCredentials.findById(user.id))
                .map(stored -> stored == null ? Hashes.NONE : new Hashes(stored.passwordHash, stored.fsdPasswordHash))
                .chain(present -> passwords.requireAcceptable(wanted, user.twoFactor != TwoFactor.OFF, present));
    }

    private Uni<UserRow> lock(UserId person) {
        return users.lock(person).onItem().ifNull().failWith(() -> new ProblemException(Problem.USER_NOT_FOUND));
    }

    private Uni<Change> change(UserRow user, NetworkUser wanted, Hashes hashes, LiveSession caller) {
        boolean rated = user.networkRating != wanted.networkRating() || user.pilotRating != wanted.pilotRating();
        return requireAnotherAdministrator(user, wanted)
                .chain(() -> moveEmail.move(user, wanted.address()))
                .invoke(() -> enter(user, wanted))
                .chain(() -> replacePasswords.replace(user, hashes))
                .chain(() -> bringIntoForce.order(user, rated, hashes.password() != null, caller))
                .call(() -> users.flush());
    }

    private Uni<Void> requireAnotherAdministrator(UserRow user, NetworkUser wanted) {
        return wanted.networkRating() < Ratings.ADMINISTRATOR
                ? lastAdministrator.requireAnother(user)
                : Uni.createFrom().voidItem();
    }

    private void enter(UserRow user, NetworkUser wanted) {
        user.firstName = wanted.firstName();
        user.lastName = wanted.lastName();
        user.networkRating = wanted.networkRating();
        user.pilotRating = wanted.pilotRating();
        user.updatedAt = clock.instant();
    }
}

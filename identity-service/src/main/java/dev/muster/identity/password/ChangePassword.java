package dev.muster.identity.password;

import dev.muster.identity.Password;
import dev.muster.identity.UserRow;
import dev.muster.identity.hashing.PasswordHasher;
import dev.muster.identity.peer.Organizations;
import dev.muster.identity.policy.PasswordOwner;
import dev.muster.identity.policy.PasswordPolicy;
import dev.muster.identity.throttle.AccountKey;
import dev.muster.identity.throttle.ClientNetwork;
import dev.muster.identity.throttle.PasswordAttempts;
import dev.muster.kit.access.LiveSession;
import dev.muster.kit.problem.Problem;
import dev.muster.kit.problem.ProblemException;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/** Changes the caller's own password and closes every other session of theirs. */
@ApplicationScoped
public class ChangePassword {

    private final OwnCredential credentials;
    private final Organizations organizations;
    private final PasswordPolicy policy;
    private final PasswordAttempts attempts;
    private final PasswordHasher hasher;

    ChangePassword(
            OwnCredential credentials,
            Organizations organizations,
            PasswordPolicy policy,
            PasswordAttempts attempts,
            PasswordHasher hasher) {
        this.credentials = credentials;
        this.organizations = organizations;
        this.policy = policy;
        this.attempts = attempts;
        this.hasher = hasher;
    }

    /**
     * Fails with {@code INVALID_INPUT} when the policy refuses the new password, {@code WRONG_PASSWORD} when the present one is
     * wrong, {@code TOO_MANY_ATTEMPTS} when it was wrong too often.
     */
    public Uni<Void> change(LiveSession caller, Password present, Password wanted, ClientNetwork network) {
        return credentials
                .find(caller.userId())
                .call(own -> requireAcceptable(wanted, own.user(), caller))
                .call(own -> attempts.attempt(AccountKey.of(own.user()), network, () -> check(own, present))
                        .invoke(ChangePassword::requireRight))
                .chain(own -> hasher.hash(wanted).chain(hash -> credentials.change(own, hash, caller.id())));
    }

    private Uni<Void> requireAcceptable(Password wanted, UserRow user, LiveSession caller) {
        return organizationNames(caller)
                .chain(names -> policy.require(wanted, PasswordOwner.of(user, names), "/newpassword"));
    }

    private Uni<List<String>> organizationNames(LiveSession caller) {
        return caller.activeMember()
                .map(member -> organizations.name(member.orgId()))
                .orElseGet(() -> Uni.createFrom().item(Optional.empty()))
                .map(name -> name.map(List::of).orElseGet(List::of));
    }

    private Uni<Optional<OwnCredential.Own>> check(OwnCredential.Own own, Password present) {
        return hasher.check(present, own.passwordHash())
                .map(verdict -> verdict.isRight() ? Optional.of(own) : Optional.empty());
    }

    private static void requireRight(Optional<OwnCredential.Own> right) {
        if (right.isEmpty()) {
            throw new ProblemException(Problem.WRONG_PASSWORD);
        }
    }
}

package dev.muster.identity.recovery;

import dev.muster.identity.Password;
import dev.muster.identity.UserRow;
import dev.muster.identity.hashing.PasswordHasher;
import dev.muster.identity.peer.Organizations;
import dev.muster.identity.policy.PasswordOwner;
import dev.muster.identity.policy.PasswordPolicy;
import dev.muster.identity.ticket.TicketLink;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Sets a new password with a link from a mail; closes every session and leaves the second factor as it is. */
@ApplicationScoped
public class ResetPassword {

    private final FindRecovery findRecovery;
    private final Organizations organizations;
    private final PasswordPolicy policy;
    private final PasswordHasher hasher;
    private final RecoveredCredential recoveredCredential;

    ResetPassword(
            FindRecovery findRecovery,
            Organizations organizations,
            PasswordPolicy policy,
            PasswordHasher hasher,
            RecoveredCredential recoveredCredential) {
        this.findRecovery = findRecovery;
        this.organizations = organizations;
        this.policy = policy;
        this.hasher = hasher;
        this.recoveredCredential = recoveredCredential;
    }

    /**
     * Works once: {@code NOT_FOUND} for a link that is unknown, used, voided or expired. A password that the policy refuses
     * is {@code INVALID_INPUT} and leaves the link good.
     */
    public Uni<Void> reset(TicketLink link, Password wanted) {
        return findRecovery
                .find(link)
                .chain(user -> requireAcceptable(user, wanted))
                .chain(() -> hasher.hash(wanted))
                .chain(hash -> recoveredCredential.set(link, hash));
    }

    private Uni<Void> requireAcceptable(UserRow user, Password wanted) {
        return organizations
                .nameOfStart(user.userId())
                .chain(name -> policy.require(
                        wanted, PasswordOwner.of(user, name.stream().toList()), "/password"));
    }
}

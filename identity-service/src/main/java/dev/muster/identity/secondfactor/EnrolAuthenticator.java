package dev.muster.identity.secondfactor;

import dev.muster.identity.Password;
import dev.muster.identity.TwoFactor;
import dev.muster.identity.UserRepository;
import dev.muster.identity.UserRow;
import dev.muster.identity.mail.MailKind;
import dev.muster.identity.mail.Recipient;
import dev.muster.identity.mail.SendMail;
import dev.muster.identity.proof.CurrentPassword;
import dev.muster.identity.throttle.ClientNetwork;
import dev.muster.kit.id.UserId;
import dev.muster.kit.problem.ProblemException;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;

/** Adds, replaces and removes a person's authenticator and recovery codes; each step that weakens needs the password. */
@ApplicationScoped
public class EnrolAuthenticator {

    private final UserRepository users;
    private final CurrentPassword currentPassword;
    private final Authenticators authenticators;
    private final RecoveryCodes recoveryCodes;
    private final SendMail sendMail;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    EnrolAuthenticator(
            UserRepository users,
            CurrentPassword currentPassword,
            Authenticators authenticators,
            RecoveryCodes recoveryCodes,
            SendMail sendMail,
            Clock clock) {
        this.users = users;
        this.currentPassword = currentPassword;
        this.authenticators = authenticators;
        this.recoveryCodes = recoveryCodes;
        this.sendMail = sendMail;
        this.clock = clock;
    }

    /** A secret for an authenticator app; {@code uri} is what its QR code says. */
    public record Offer(TotpSecret secret, String uri) {}

    /** Where a person's second factor stands. */
    public record Standing(TwoFactor method, boolean enrolled, long recoveryCodesLeft) {}

    public Uni<Standing> standing(UserId userId) {
        return Panache.withSession(() -> users.get(userId)
                .chain(user -> authenticators
                        .isEnrolled(userId)
                        .chain(enrolled -> recoveryCodes
                                .countLeft(userId)
                                .map(left -> new Standing(user.twoFactor, enrolled, left)))));
    }

    /** Offers a secret, which counts for nothing until {@link #confirm} saw a code of it. */
    public Uni<Offer> offer(UserId userId, Password password, ClientNetwork network) {
        TotpSecret secret = TotpSecret.random(random);
        return proven(userId, password, network)
                .call(() -> Panache.withTransaction(() -> authenticators.offer(userId, secret)))
                .map(user -> new Offer(secret, secret.uri(user.signInName())));
    }

    /** Puts the offered secret into force and gives new recovery codes; {@code INVALID_INPUT} for a wrong code. */
    public Uni<List<String>> confirm(UserId userId, String code) {
        return Panache.withTransaction(() -> authenticators
                .enrol(userId, code.strip(), clock.instant())
                .invoke(EnrolAuthenticator::requireRight)
                .chain(() -> users.get(userId))
                .invoke(user -> user.twoFactor = TwoFactor.TOTP)
                .call(this::tell)
                .chain(() -> recoveryCodes.replace(userId)));
    }

    /** Removes the authenticator and the recovery codes; who signed in with it signs in with the password alone. */
    public Uni<Void> remove(UserId userId, Password password, ClientNetwork network) {
        return proven(userId, password, network)
                .chain(() -> Panache.withTransaction(() -> authenticators
                        .remove(userId)
                        .chain(() -> recoveryCodes.remove(userId))
                        .chain(() -> users.get(userId))
                        .invoke(EnrolAuthenticator::withoutAuthenticator)
                        .chain(this::tell)));
    }

    /** New recovery codes in place of all older ones. */
    public Uni<List<String>> replaceRecoveryCodes(UserId userId, Password password, ClientNetwork network) {
        return proven(userId, password, network)
                .chain(user -> Panache.withTransaction(() -> tell(user).chain(() -> recoveryCodes.replace(userId))));
    }

    private Uni<UserRow> proven(UserId userId, Password password, ClientNetwork network) {
        return Panache.withSession(() -> users.get(userId))
                .call(user -> currentPassword.require(user, password, network));
    }

    private Uni<Void> tell(UserRow user) {
        return sendMail.send(MailKind.SECOND_FACTOR_NOTICE, Recipient.of(user), null);
    }

    private static void withoutAuthenticator(UserRow user) {
        if (user.twoFactor == TwoFactor.TOTP) {
            user.twoFactor = TwoFactor.OFF;
        }
    }

    private static void requireRight(boolean right) {
        if (!right) {
            throw ProblemException.invalid("/code", "wrong_code", "This is not the code that the app shows now");
        }
    }
}

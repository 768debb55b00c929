package dev.muster.identity.secondfactor;

import dev.muster.identity.TwoFactor;
import dev.muster.identity.UserRow;
import dev.muster.identity.mail.MailKind;
import dev.muster.identity.mail.Recipient;
import dev.muster.identity.mail.SendMail;
import dev.muster.identity.ticket.SignInCodes;
import dev.muster.identity.ticket.TicketKind;
import dev.muster.identity.ticket.TicketSecret;
import dev.muster.identity.ticket.Tickets;
import dev.muster.kit.id.UserId;
import dev.muster.kit.problem.ProblemException;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.regex.Pattern;

/** Asks for, and checks, what a person shows besides a right password. Every code works once. */
@ApplicationScoped
public class CheckSecondFactor {

    /** Whoever knows the password can have codes mailed; this many in the time are enough for anybody. */
    private static final long MOST_MAILS = 10;

    private static final Duration SPAN = Duration.ofMinutes(15);

    /** Apps show a code in two groups. */
    private static final Pattern WHITE_SPACE = Pattern.compile("\\s+");

    private final Authenticators authenticators;
    private final RecoveryCodes recoveryCodes;
    private final SignInCodes signInCodes;
    private final Tickets tickets;
    private final SendMail sendMail;
    private final Clock clock;

    CheckSecondFactor(
            Authenticators authenticators,
            RecoveryCodes recoveryCodes,
            SignInCodes signInCodes,
            Tickets tickets,
            SendMail sendMail,
            Clock clock) {
        this.authenticators = authenticators;
        this.recoveryCodes = recoveryCodes;
        this.signInCodes = signInCodes;
        this.tickets = tickets;
        this.sendMail = sendMail;
        this.clock = clock;
    }

    /** To be asked after the password was right; null or blank is no code. */
    public Uni<SecondFactorVerdict> check(UserRow user, String code) {
        if (user.twoFactor == TwoFactor.OFF) {
            return Uni.createFrom().item(SecondFactorVerdict.NOT_NEEDED);
        }
        if (code == null || code.isBlank()) {
            return demand(user).replaceWith(SecondFactorVerdict.REQUIRED);
        }
        return Panache.withTransaction(() -> use(user, WHITE_SPACE.matcher(code).replaceAll("")))
                .map(right -> right ? SecondFactorVerdict.PASSED : SecondFactorVerdict.FAILED);
    }

    /** Whoever has lost the address that codes went to is left with recovery codes. */
    private Uni<Void> demand(UserRow user) {
        return user.twoFactor == TwoFactor.EMAIL && user.hasEmail()
                ? Panache.withTransaction(() -> mailCode(user))
                : Uni.createFrom().voidItem();
    }

    private Uni<Void> mailCode(UserRow user) {
        return tickets.countIssued(user.userId(), TicketKind.SECOND_FACTOR_CODE, SPAN)
                .invoke(count -> {
                    if (count >= MOST_MAILS) {
                        throw ProblemException.tooManyAttempts(SPAN);
                    }
                })
                .chain(() -> signInCodes.issue(user.userId()))
                .chain(issued -> sendMail.send(MailKind.SIGN_IN_CODE, Recipient.of(user), null, issued));
    }

    private Uni<Boolean> use(UserRow user, String code) {
        UserId userId = user.userId();
        if (RecoveryCodes.isOne(code)) {
            return recoveryCodes.use(userId, code, clock.instant());
        }
        return user.twoFactor == TwoFactor.TOTP
                ? authenticators.use(userId, code, clock.instant())
                : signInCodes.use(userId, new TicketSecret(code));
    }
}

package dev.muster.identity.ticket;

import dev.muster.identity.sealing.SecretKey;
import dev.muster.kit.id.UserId;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;

/**
 * Six-digit codes sent by mail: one use, a few tries. Their hash is keyed, because six digits are found by trying in no
 * time. Joins the caller's transaction.
 */
@ApplicationScoped
public class SignInCodes {

    private static final TicketKind KIND = TicketKind.SECOND_FACTOR_CODE;
    private static final int CODES = 1_000_000;

    private final TicketStatements statements;
    private final TicketConfig config;
    private final SecretKey key;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    SignInCodes(TicketStatements statements, TicketConfig config, SecretKey key, Clock clock) {
        this.statements = statements;
        this.config = config;
        this.key = key;
        this.clock = clock;
    }

    /** Issues a code and voids the person's older one. */
    public Uni<IssuedTicket> issue(UserId userId) {
        Instant now = clock.instant();
        TicketSecret code = new TicketSecret(String.format("%06d", random.nextInt(CODES)));
        IssuedTicket issued = new IssuedTicket(code, config.of(KIND), now.plus(config.of(KIND)));
        return statements
                .lock(userId)
                .chain(() -> statements.voidOpen(userId, KIND, "", now))
                .chain(() -> statements.insert(
                        userId, KIND, "", hash(userId, code), config.secondFactorCodeTries(), now, issued.expiresAt()))
                .replaceWith(issued);
    }

    /** Whether this is the person's open code; a right one is used up, and each call costs the code one of its tries. */
    public Uni<Boolean> use(UserId userId, TicketSecret code) {
        return statements.guess(userId, KIND, hash(userId, code), clock.instant());
    }

    private byte[] hash(UserId userId, TicketSecret code) {
        return key.hash("sign-in code of user " + userId, code.text());
    }
}

package dev.muster.identity.throttle;

import dev.muster.identity.EmailAddress;
import dev.muster.identity.Sha256;
import dev.muster.kit.problem.ProblemException;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Limits how many invitations are mailed to one address, over all organizations and replicas: anybody may found an
 * organization, and whoever is invited has asked for nothing. An address that nobody has is counted like any other.
 */
@ApplicationScoped
public class InvitationMails {

    private static final String TAKE = """
            insert into invited_addresses as present (key, mails, expires_at) values (?1, 1, ?3)
            on conflict (key) do update set
                mails = case when present.expires_at <= ?2 then 1 else present.mails + 1 end,
                expires_at = case when present.expires_at <= ?2 then excluded.expires_at else present.expires_at end
            where present.expires_at <= ?2 or present.mails < ?4
            """;

    private static final String EXPIRY = "select expires_at from invited_addresses where key = ?1";

    private final InvitationConfig config;
    private final Clock clock;

    InvitationMails(InvitationConfig config, Clock clock) {
        this.config = config;
        this.clock = clock;
    }

    /**
     * Takes one of the address's mails, in the caller's transaction: one guarded statement, so that any number of callers at
     * once never order more than the limit. Fails with {@code TOO_MANY_ATTEMPTS} when none is left.
     */
    public Uni<Void> take(EmailAddress email) {
        byte[] key = Sha256.of(email.key());
        Instant now = clock.instant();
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(TAKE)
                        .setParameter(1, key)
                        .setParameter(2, now)
                        .setParameter(3, now.plus(config.window()))
                        .setParameter(4, config.addressLimit())
                        .executeUpdate())
                .chain(taken -> taken == 1 ? Uni.createFrom().voidItem() : refuse(key, now));
    }

    private static Uni<Void> refuse(byte[] key, Instant now) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(EXPIRY, Instant.class)
                        .setParameter(1, key)
                        .getSingleResult())
                .chain(expiry ->
                        Uni.createFrom().failure(ProblemException.tooManyAttempts(Duration.between(now, expiry))));
    }
}

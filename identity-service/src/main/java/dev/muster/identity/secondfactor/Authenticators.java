package dev.muster.identity.secondfactor;

import dev.muster.identity.sealing.SecretKey;
import dev.muster.kit.id.UserId;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import org.hibernate.reactive.mutiny.Mutiny;

/** The stored authenticators, secrets sealed; joins the caller's transaction. */
@ApplicationScoped
public class Authenticators {

    private static final String SECRET = "select sealed_secret from authenticators where user_id = ?1";

    private static final String PENDING = "select pending_secret from authenticators where user_id = ?1";

    private static final String OFFER = "insert into authenticators (user_id, pending_secret) values (?1, ?2)"
            + " on conflict (user_id) do update set pending_secret = excluded.pending_secret";

    private static final String ENROL = "update authenticators set sealed_secret = pending_secret,"
            + " pending_secret = null, last_step = ?2, enrolled_at = ?3"
            + " where user_id = ?1 and pending_secret = ?4";

    private static final String USE_STEP = "update authenticators set last_step = ?2"
            + " where user_id = ?1 and last_step < ?2 and sealed_secret is not null";

    private static final String REMOVE = "delete from authenticators where user_id = ?1";

    private final SecretKey key;

    Authenticators(SecretKey key) {
        this.key = key;
    }

    /** Whether the person has an authenticator that works. */
    public Uni<Boolean> isEnrolled(UserId userId) {
        return stored(SECRET, userId).map(Optional::isPresent);
    }

    /** Keeps a secret that waits for its first code; what works now goes on working. */
    Uni<Void> offer(UserId userId, TotpSecret secret) {
        return execute(OFFER, userId.value(), key.seal(purpose(userId), secret.base32()))
                .replaceWithVoid();
    }

    /** Puts the waiting secret into force if this is its code; the code is used up by it. */
    Uni<Boolean> enrol(UserId userId, String code, Instant now) {
        return stored(PENDING, userId).chain(pending -> {
            OptionalLong step =
                    pending.map(text -> open(userId, text).stepOf(code, now)).orElseGet(OptionalLong::empty);
            return step.isEmpty()
                    ? Uni.createFrom().item(false)
                    : execute(ENROL, userId.value(), step.getAsLong(), now, pending.get())
                            .map(rows -> rows == 1);
        });
    }

    /** Whether this is a code of the authenticator whose step was not used yet; one statement uses it up. */
    Uni<Boolean> use(UserId userId, String code, Instant now) {
        return stored(SECRET, userId).chain(secret -> {
            OptionalLong step =
                    secret.map(text -> open(userId, text).stepOf(code, now)).orElseGet(OptionalLong::empty);
            return step.isEmpty()
                    ? Uni.createFrom().item(false)
                    : execute(USE_STEP, userId.value(), step.getAsLong()).map(rows -> rows == 1);
        });
    }

    Uni<Void> remove(UserId userId) {
        return execute(REMOVE, userId.value()).replaceWithVoid();
    }

    private TotpSecret open(UserId userId, String text) {
        return new TotpSecret(key.open(purpose(userId), text));
    }

    private static String purpose(UserId userId) {
        return "authenticator of user " + userId;
    }

    private static Uni<Optional<String>> stored(String sql, UserId userId) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(sql, String.class)
                        .setParameter(1, userId.value())
                        .getResultList())
                .map(rows -> rows.isEmpty() ? Optional.empty() : Optional.ofNullable(rows.get(0)));
    }

    private static Uni<Integer> execute(String sql, Object... values) {
        return Panache.getSession().chain(session -> {
            Mutiny.MutationQuery query = session.createNativeQuery(sql);
            for (int i = 0; i < values.length; i++) {
                query.setParameter(i + 1, values[i]);
            }
            return query.executeUpdate();
        });
    }
}

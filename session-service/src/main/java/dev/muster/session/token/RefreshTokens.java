package dev.muster.session.token;

import dev.muster.kit.id.UserId;
import dev.muster.session.SessionPolicy;
import dev.muster.session.SessionRow;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;

/**
 * The refresh tokens of sessions. Each is live until it is replaced once; whoever shows it again within the overlap gets
 * the token that is live by then, so that a lost answer and two windows of one client are no theft. Every method is part
 * of the caller's transaction.
 */
@ApplicationScoped
public class RefreshTokens {

    private static final int FAMILY_BYTES = 16;
    private static final int SECRET_BYTES = 32;

    private final RefreshTokenRepository repository;
    private final AuthConfig config;
    private final SessionPolicy policy;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    RefreshTokens(RefreshTokenRepository repository, AuthConfig config, SessionPolicy policy, Clock clock) {
        this.repository = repository;
        this.config = config;
        this.policy = policy;
        this.clock = clock;
    }

    /** A family for a session about to be opened, which ends sooner when the client is not to be remembered. */
    public RefreshFamily newFamily(boolean remembered) {
        return new RefreshFamily(randomText(FAMILY_BYTES), remembered ? policy.absoluteLimit() : config.unremembered());
    }

    /** The first token of a session that was opened with this family. */
    public Uni<RefreshToken> first(SessionRow session, RefreshFamily family) {
        RefreshToken first =
                new RefreshToken(session.userId(), session.id(), family.secret(), randomText(SECRET_BYTES));
        return repository.add(first).replaceWith(first);
    }

    /** The live token that took the place of the one shown; empty when that was replaced too long ago, or never lived. */
    public Uni<Optional<RefreshToken>> replace(RefreshToken shown) {
        Instant now = clock.instant();
        Instant cutoff = now.minus(config.refreshOverlap());
        String salt = randomText(SECRET_BYTES);
        RefreshToken next = shown.successor(salt);
        return repository
                .replace(shown, next, salt, now, cutoff)
                .chain(replaced -> replaced
                        ? Uni.createFrom().item(Optional.of(next))
                        : repository.replacedSince(shown, cutoff).map(salts -> descendant(shown, salts)));
    }

    /** What was replaced within the overlap may have been replaced again since: follows the salts to the end. */
    private static Optional<RefreshToken> descendant(RefreshToken shown, Map<String, String> salts) {
        RefreshToken token = shown;
        while (salts.containsKey(token.hash())) {
            token = token.successor(salts.get(token.hash()));
        }
        return token.equals(shown) ? Optional.empty() : Optional.of(token);
    }

    /** Deletes all that is kept of a person's tokens. */
    public Uni<Void> forget(UserId userId) {
        return repository.forget(userId);
    }

    private String randomText(int bytes) {
        byte[] drawn = new byte[bytes];
        random.nextBytes(drawn);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(drawn);
    }
}

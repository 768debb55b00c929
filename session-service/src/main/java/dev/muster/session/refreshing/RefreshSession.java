package dev.muster.session.refreshing;

import dev.muster.kit.problem.Problem;
import dev.muster.kit.problem.ProblemException;
import dev.muster.session.SessionPolicy;
import dev.muster.session.SessionRepository;
import dev.muster.session.SessionRow;
import dev.muster.session.token.RefreshToken;
import dev.muster.session.token.RefreshTokens;
import dev.muster.session.token.TokenIssuer;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Optional;

/**
 * Renews the tokens of a session; the access token is of the session's generation by then. A refresh token that was
 * replaced longer ago than the overlap is in two hands, so it closes its session. Showing one is no use of the session:
 * the idle limit counts from the last call with an access token. One transaction of two statements under the session's
 * lock, three for who shows a replaced token.
 */
@ApplicationScoped
public class RefreshSession {

    /** Why the session was closed. */
    private static final String REUSED = "refresh_token_reused";

    private final SessionRepository sessions;
    private final SessionPolicy policy;
    private final RefreshTokens refreshTokens;
    private final TokenIssuer tokens;
    private final ReuseHistory history;
    private final Clock clock;

    RefreshSession(
            SessionRepository sessions,
            SessionPolicy policy,
            RefreshTokens refreshTokens,
            TokenIssuer tokens,
            ReuseHistory history,
            Clock clock) {
        this.sessions = sessions;
        this.policy = policy;
        this.refreshTokens = refreshTokens;
        this.tokens = tokens;
        this.history = history;
        this.clock = clock;
    }

    /** Whatever is wrong with the token or its session is the same {@link Problem#UNAUTHENTICATED}. */
    Uni<Refreshed> refresh(String text, Origin origin) {
        RefreshToken shown = RefreshToken.parse(text).orElseThrow(RefreshSession::refused);
        return Panache.withTransaction(() -> sessions.lockOpen(shown.userId(), shown.sessionId())
                        .chain(session -> belongs(shown, session) ? renew(session, shown, origin) : nothing()))
                .map(refreshed -> refreshed.orElseThrow(RefreshSession::refused));
    }

    /** What only has the right session and user says nothing: both ids are known to others. */
    private boolean belongs(RefreshToken shown, SessionRow session) {
        return session != null
                && session.isOfFamily(shown.familyHash())
                && clock.instant().isBefore(policy.expiry(session.lastUsedAt(), session.endsAt()));
    }

    private Uni<Optional<Refreshed>> renew(SessionRow session, RefreshToken shown, Origin origin) {
        return refreshTokens
                .replace(shown)
                .chain(live -> live.isPresent()
                        ? Uni.createFrom().item(live.map(token -> new Refreshed(tokens.issue(session), token)))
                        : close(session, origin));
    }

    /** Ends as an answer, not as a failure, so that the closing is committed. */
    private Uni<Optional<Refreshed>> close(SessionRow session, Origin origin) {
        return sessions.closeIfOpen(session.userId(), session.id(), REUSED)
                .chain(() -> history.record(session, origin))
                .replaceWith(Optional.empty());
    }

    private static Uni<Optional<Refreshed>> nothing() {
        return Uni.createFrom().item(Optional.empty());
    }

    private static ProblemException refused() {
        return ProblemException.badCredentials("The refresh token is not valid");
    }
}

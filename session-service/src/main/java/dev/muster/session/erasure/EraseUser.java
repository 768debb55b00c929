package dev.muster.session.erasure;

import dev.muster.kit.id.UserId;
import dev.muster.session.MembershipFloors;
import dev.muster.session.SessionRepository;
import dev.muster.session.SignInAttemptRepository;
import dev.muster.session.SignInEventRepository;
import dev.muster.session.token.RefreshTokens;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Forgets a deleted person: closes every session, lets no sign-in under way open one, and erases where from and with
 * what the person signed in. When, how each attempt ended and the user id stay, for statistics. Safe to repeat.
 */
@ApplicationScoped
public class EraseUser {

    private static final String REASON = "user_deleted";

    /** Newer than every standing that a sign-in under way can have read. */
    private static final long LAST_STANDING = Long.MAX_VALUE;

    private final SessionRepository sessions;
    private final MembershipFloors floors;
    private final SignInEventRepository events;
    private final SignInAttemptRepository attempts;
    private final RefreshTokens refreshTokens;

    EraseUser(
            SessionRepository sessions,
            MembershipFloors floors,
            SignInEventRepository events,
            SignInAttemptRepository attempts,
            RefreshTokens refreshTokens) {
        this.sessions = sessions;
        this.floors = floors;
        this.events = events;
        this.attempts = attempts;
        this.refreshTokens = refreshTokens;
    }

    @WithTransaction
    Uni<Void> erase(UserId userId) {
        return sessions.lockUser(userId)
                .chain(() -> floors.raiseStanding(userId, LAST_STANDING))
                .chain(() -> sessions.closeAll(userId, null, LAST_STANDING, REASON))
                .chain(() -> sessions.erase(userId))
                .chain(() -> events.erase(userId))
                .chain(() -> attempts.erase(userId))
                .chain(() -> refreshTokens.forget(userId));
    }
}

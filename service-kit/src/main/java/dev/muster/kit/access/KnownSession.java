package dev.muster.kit.access;

import dev.muster.kit.id.UserId;
import java.util.Optional;

/**
 * What is known of one session.
 *
 * @param session null when it is closed, which is final
 * @param confirmedAt the tick at which the question was asked that this answers
 */
record KnownSession(LiveSession session, long confirmedAt) {

    private static final KnownSession CLOSED = new KnownSession(null, 0);

    static KnownSession of(LiveSession session, long confirmedAt) {
        return new KnownSession(session, confirmedAt);
    }

    static KnownSession of(Optional<LiveSession> found, long askedAt) {
        return found.map(session -> of(session, askedAt)).orElse(CLOSED);
    }

    static KnownSession closed() {
        return CLOSED;
    }

    boolean isClosed() {
        return session == null;
    }

    /** Whether a token of this generation was made after what is known here. */
    boolean isBehind(int generation) {
        return !isClosed() && session.generation() < generation;
    }

    /** The session, if a token of this user and generation opens it. */
    Optional<LiveSession> opens(UserId userId, int generation) {
        return Optional.ofNullable(session)
                .filter(open -> open.generation() == generation && open.userId().equals(userId));
    }

    /** Of two states of one session the one that came later. */
    KnownSession newer(KnownSession other) {
        if (isClosed() || other.isClosed()) {
            return CLOSED;
        }
        if (session.version() != other.session.version()) {
            return session.version() > other.session.version() ? this : other;
        }
        return confirmedAt - other.confirmedAt > 0 ? this : other;
    }
}

package dev.muster.org;

import dev.muster.kit.access.LiveSession;
import dev.muster.kit.access.Powers;
import dev.muster.kit.id.UserId;
import java.util.Optional;

/**
 * Who wants something changed.
 *
 * @param session theirs; empty where another service speaks for them, which has checked their session itself
 */
public record Actor(UserId userId, Optional<LiveSession> session) {

    public static Actor of(LiveSession session) {
        return new Actor(session.userId(), Optional.of(session));
    }

    /** Somebody for whom another service speaks. */
    public static Actor through(UserId userId) {
        return new Actor(userId, Optional.empty());
    }

    /** Whether their session was opened with a second factor. */
    public boolean hasSecondFactor() {
        return session.map(LiveSession::secondFactor).orElse(true);
    }

    /** Whether they may make operators: by their session or as what they are in the organization. */
    public boolean operates(Standing standing, String operatorPermission) {
        return standing.member().permissions().contains(operatorPermission)
                || session.filter(it -> it.powers(operatorPermission).contains(Powers.OPERATOR))
                        .isPresent();
    }
}

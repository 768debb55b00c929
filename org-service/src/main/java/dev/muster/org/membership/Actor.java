package dev.muster.org.membership;

import dev.muster.kit.access.LiveSession;
import dev.muster.kit.access.Powers;
import dev.muster.kit.id.UserId;
import dev.muster.org.Standing;

/**
 * Who changes a member.
 *
 * @param operator whether their session operates the platform
 */
record Actor(UserId userId, boolean operator) {

    static Actor of(LiveSession session, String operatorPermission) {
        return new Actor(session.userId(), session.powers(operatorPermission).contains(Powers.OPERATOR));
    }

    /** Somebody for whom another service speaks, which does not tell what their session may do. */
    static Actor through(UserId userId) {
        return new Actor(userId, false);
    }

    /** Whether they may make operators: by their session or as what they are in the organization. */
    boolean operates(Standing standing, String operatorPermission) {
        return operator || standing.member().permissions().contains(operatorPermission);
    }
}

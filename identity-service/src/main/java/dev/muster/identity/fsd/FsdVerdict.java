package dev.muster.identity.fsd;

import dev.muster.identity.UserRow;
import dev.muster.identity.throttle.Weight;
import java.time.Duration;

/**
 * What an FSD password proved.
 *
 * @param user null when it proved nothing
 * @param retryAfter null unless the answer is {@link Answer#THROTTLED}
 */
record FsdVerdict(Answer answer, UserRow user, Duration retryAfter) {

    /** What session-service tells the network. */
    enum Answer {
        OK,
        /** Nobody has this id and this password. */
        WRONG,
        /** The password is right, but its owner may not sign in. */
        BARRED,
        /** Too many wrong passwords; this one was not looked at. */
        THROTTLED
    }

    static FsdVerdict wrong() {
        return new FsdVerdict(Answer.WRONG, null, null);
    }

    static FsdVerdict throttled(Duration retryAfter) {
        return new FsdVerdict(Answer.THROTTLED, null, retryAfter);
    }

    static FsdVerdict right(UserRow user, boolean maySignIn) {
        return new FsdVerdict(maySignIn ? Answer.OK : Answer.BARRED, user, null);
    }

    Weight weight() {
        return answer == Answer.WRONG ? Weight.WRONG : Weight.RIGHT;
    }
}

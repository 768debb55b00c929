package dev.muster.identity.wire;

import dev.muster.kit.id.IdText;
import dev.muster.kit.id.UserId;
import dev.muster.kit.problem.Problem;
import dev.muster.kit.problem.ProblemException;

/** A user's id as it stands in a path. */
public final class UserIdText {

    private UserIdText() {}

    /** The id; what can be none is answered like one that nobody has. */
    public static UserId of(String text) {
        return IdText.parse(text).map(UserId::new).orElseThrow(() -> new ProblemException(Problem.USER_NOT_FOUND));
    }
}

package dev.muster.identity.wire;

import dev.muster.kit.id.UserId;
import dev.muster.kit.problem.Problem;
import dev.muster.kit.problem.ProblemException;
import java.util.regex.Pattern;

/** A user's id as it stands in a path. */
public final class UserIdText {

    private static final Pattern ID = Pattern.compile("[1-9][0-9]{0,17}");

    private UserIdText() {}

    /** The id; what can be none is answered like one that nobody has. */
    public static UserId of(String text) {
        if (!ID.matcher(text).matches()) {
            throw new ProblemException(Problem.USER_NOT_FOUND);
        }
        return new UserId(Long.parseLong(text));
    }
}

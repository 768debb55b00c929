package dev.muster.org;

import dev.muster.kit.id.OrgId;
import dev.muster.kit.id.UserId;
import dev.muster.kit.problem.Problem;
import dev.muster.kit.problem.ProblemException;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads ids from paths; what is no id is answered as an id that does not exist. */
public final class PathIds {

    /** Positive, plain digits, no leading zero, at most 18 of them so that every one is a long. */
    private static final Pattern ID = Pattern.compile("[1-9][0-9]{0,17}");

    private PathIds() {}

    /** The organization's id, or {@link Problem#ORGANIZATION_NOT_FOUND}. */
    public static OrgId orgId(String text) {
        return parse(text).map(OrgId::new).orElseThrow(() -> new ProblemException(Problem.ORGANIZATION_NOT_FOUND));
    }

    /** The person's id, or {@link Problem#USER_NOT_FOUND}. */
    public static UserId userId(String text) {
        return parse(text).map(UserId::new).orElseThrow(() -> new ProblemException(Problem.USER_NOT_FOUND));
    }

    private static Optional<Long> parse(String text) {
        return ID.matcher(text).matches() ? Optional.of(Long.parseLong(text)) : Optional.empty();
    }
}

package dev.muster.org;

import dev.muster.kit.id.IdText;
import dev.muster.kit.id.OrgId;
import dev.muster.kit.id.UserId;
import dev.muster.kit.problem.Problem;
import dev.muster.kit.problem.ProblemException;

/** Reads ids from paths; what is no id is answered as an id that does not exist. */
public final class PathIds {

    private PathIds() {}

    /** The organization's id, or {@link Problem#ORGANIZATION_NOT_FOUND}. */
    public static OrgId orgId(String text) {
        return IdText.parse(text)
                .map(OrgId::new)
                .orElseThrow(() -> new ProblemException(Problem.ORGANIZATION_NOT_FOUND));
    }

    /** The person's id, or {@link Problem#USER_NOT_FOUND}. */
    public static UserId userId(String text) {
        return IdText.parse(text).map(UserId::new).orElseThrow(() -> new ProblemException(Problem.USER_NOT_FOUND));
    }
}

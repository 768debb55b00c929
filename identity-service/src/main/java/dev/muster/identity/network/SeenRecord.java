package dev.muster.identity.network;

import dev.muster.identity.UserRow;
import dev.muster.kit.problem.Problem;
import dev.muster.kit.problem.ProblemException;
import java.time.Instant;

/**
 * What a client that sends back a record as it read it says of times that it cannot set.
 *
 * @param updatedAt epoch seconds, null when it says nothing
 * @param createdAt epoch seconds, null when it says nothing
 */
record SeenRecord(Long updatedAt, Long createdAt) {

    /** Fails with {@code CONFLICT} when the record has changed since it was read. */
    void requireCurrent(UserRow user) {
        if (createdAt != null && !isAt(createdAt, user.createdAt)) {
            throw ProblemException.invalid("/user/created_at", "read_only", "This field cannot be changed");
        }
        if (updatedAt != null && !isAt(updatedAt, user.updatedAt)) {
            throw new ProblemException(Problem.CONFLICT, "The user has changed since this record was read");
        }
    }

    private static boolean isAt(long epochSecond, Instant time) {
        return time.getEpochSecond() == epochSecond;
    }
}

package dev.muster.identity.network;

import dev.muster.kit.access.LiveSession;
import dev.muster.kit.id.UserId;
import dev.muster.kit.problem.Problem;
import dev.muster.kit.problem.ProblemException;

/**
 * What a caller may do to people of the network. It comes from the session as it is now, and is held against what the
 * person is, as stored, never against what the request says of them.
 *
 * @param rating the caller's network rating
 */
record NetworkPower(UserId caller, int rating) {

    static NetworkPower of(LiveSession session) {
        return new NetworkPower(session.userId(), session.networkRating());
    }

    /** Anybody reads their own record. */
    void requireReading(UserId person) {
        require(rating >= Ratings.SUPERVISOR || caller.equals(person), "Only supervisors read other people's records");
    }

    /** Supervisors make people below their own rating. */
    void requireMaking(int wanted) {
        require(rating >= Ratings.SUPERVISOR, "Only supervisors make people");
        requireAbove(wanted);
    }

    /**
     * Supervisors change people who are below their own rating and stay there.
     *
     * @param present the {@link ProtectedRating}
     */
    void requireChanging(int present, int wanted) {
        require(rating >= Ratings.SUPERVISOR, "Only supervisors change people");
        requireAbove(present);
        requireAbove(wanted);
    }

    void requireDeleting() {
        require(rating >= Ratings.ADMINISTRATOR, "Only administrators delete people");
    }

    private void requireAbove(int other) {
        require(
                rating >= Ratings.ADMINISTRATOR || other < Ratings.SUPERVISOR,
                "Supervisors and administrators are changed by administrators only");
    }

    private static void require(boolean granted, String detail) {
        if (!granted) {
            throw new ProblemException(Problem.FORBIDDEN, detail);
        }
    }
}

package dev.muster.identity.standing;

import dev.muster.identity.UserRow;

/**
 * What session-service must know of a person as such.
 *
 * @param version rises with every change; the higher one is the truth
 * @param networkRating 0 and below mean suspended
 */
record Standing(long version, boolean active, int networkRating, int pilotRating) {

    static Standing of(UserRow user) {
        return new Standing(user.standingVersion, user.active, user.networkRating, user.pilotRating);
    }
}

package dev.muster.identity.network;

import java.util.Set;

/** The ratings of the network: contract, network API. */
final class Ratings {

    static final int SUPERVISOR = 11;
    static final int ADMINISTRATOR = 12;

    private static final int INACTIVE = -1;

    /** Basic member, private, instrument, commercial and airline transport pilot, instructor, examiner. */
    private static final Set<Integer> PILOT = Set.of(0, 1, 3, 7, 15, 31, 63);

    private Ratings() {}

    static boolean isNetworkRating(int rating) {
        return rating >= INACTIVE && rating <= ADMINISTRATOR;
    }

    static boolean isPilotRating(int rating) {
        return PILOT.contains(rating);
    }
}

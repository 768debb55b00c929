package dev.muster.org.membership;

import dev.muster.kit.problem.ProblemException;

/**
 * Which part of a list to show.
 *
 * @param after the last user id of the page before, 0 for the first page
 */
record Page(long after, int limit) {

    private static final int USUAL = 100;
    private static final int LARGEST = 1000;

    /** Reads the query parameters; one that is missing has its usual value. */
    static Page of(String after, String limit) {
        return new Page(
                number(after, "/after", 0, 0, Long.MAX_VALUE), (int) number(limit, "/limit", USUAL, 1, LARGEST));
    }

    private static long number(String text, String pointer, long usual, long least, long most) {
        if (text == null) {
            return usual;
        }
        try {
            long number = Long.parseLong(text);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw notBetween(pointer, least, most);
        }
        throw notBetween(pointer, least, most);
    }

    private static ProblemException notBetween(String pointer, long least, long most) {
        return ProblemException.invalid(pointer, "invalid_value", "A whole number from " + least + " to " + most);
    }
}

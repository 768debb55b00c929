package dev.muster.identity.directory;

import dev.muster.identity.company.SearchPosition;
import dev.muster.identity.company.Standing;
import dev.muster.identity.wire.PrintableText;
import dev.muster.kit.problem.ProblemException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * Which part of which list to show.
 *
 * @param after where the part before ended, null for the first
 * @param search the start of a name or an address, null for everybody
 */
record DirectoryPage(Standing standing, String search, String after, int limit) {

    private static final int USUAL = 100;
    private static final int LARGEST = 1000;
    private static final int LONGEST_SEARCH = 254;

    /** Reads the query parameters. */
    static DirectoryPage of(boolean inactive, String search, String after, String limit) {
        String prefix = search == null ? null : search.strip().toLowerCase(Locale.ROOT);
        if (prefix != null && prefix.length() > LONGEST_SEARCH) {
            throw ProblemException.invalid("/search", "too_long", "At most " + LONGEST_SEARCH + " characters");
        }
        if (prefix != null && !PrintableText.isLine(prefix)) {
            throw ProblemException.invalid("/search", "invalid_value", "Characters that can be printed");
        }
        return new DirectoryPage(
                inactive ? Standing.FORMER : Standing.PRESENT,
                prefix == null || prefix.isEmpty() ? null : prefix,
                after,
                limitOf(limit));
    }

    private static int limitOf(String text) {
        if (text == null) {
            return USUAL;
        }
        if (text.matches("[0-9]{1,4}")) {
            int limit = Integer.parseInt(text);
            if (limit >= 1 && limit <= LARGEST) {
                return limit;
            }
        }
        throw ProblemException.invalid("/limit", "invalid_value", "A whole number from 1 to " + LARGEST);
    }

    long afterId() {
        if (after == null) {
            return 0;
        }
        if (!after.matches("[0-9]{1,18}")) {
            throw notAPosition();
        }
        return Long.parseLong(after);
    }

    SearchPosition afterPosition() {
        return after == null ? SearchPosition.START : SearchPosition.of(after).orElseThrow(DirectoryPage::notAPosition);
    }

    private static ProblemException notAPosition() {
        return ProblemException.invalid("/after", "invalid_value", "This is no position that a Link header gave");
    }

    /** The link to the following part. */
    String link(String next) {
        StringBuilder link = new StringBuilder("</users?limit=").append(limit);
        if (standing == Standing.FORMER) {
            link.append("&inactive");
        }
        if (search != null) {
            link.append("&search=").append(URLEncoder.encode(search, StandardCharsets.UTF_8));
        }
        return link.append("&after=").append(next).append(">; rel=\"next\"").toString();
    }
}

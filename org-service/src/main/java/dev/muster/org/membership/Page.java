package dev.muster.org.membership;

import dev.muster.kit.problem.ProblemException;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import java.util.function.ToLongFunction;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

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

    /**
     * The answer that shows the page, with a link to the next one if there is one.
     *
     * @param found one more than the page holds when another page follows
     */
    <T> RestResponse<List<T>> answer(List<T> found, String path, ToLongFunction<T> idOf) {
        List<T> shown = found.stream().limit(limit).toList();
        ResponseBuilder<List<T>> answer = ResponseBuilder.ok(shown);
        if (found.size() > limit) {
            long last = idOf.applyAsLong(shown.get(limit - 1));
            answer.header(HttpHeaders.LINK, "<" + path + "?limit=" + limit + "&after=" + last + ">; rel=\"next\"");
        }
        return answer.build();
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

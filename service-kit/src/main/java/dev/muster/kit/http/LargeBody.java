package dev.muster.kit.http;

import io.vertx.core.http.HttpServerRequest;
import java.util.regex.Pattern;

/**
 * A path that takes larger bodies than the 64 KiB that hold everywhere else. A service declares each as a bean, from a
 * {@code @Produces @Singleton} method, and sets {@code quarkus.http.limits.max-body-size} somewhat above the largest.
 *
 * <p>A body that is announced as larger is refused before it is read. One of unknown length is never collected here:
 * its resource reads it as it arrives, best as an {@code InputStream} on a worker, and the read that passes the limit
 * fails as {@link dev.muster.kit.problem.Problem#PAYLOAD_TOO_LARGE}. Multipart forms of unknown length are put into
 * files by Quarkus REST, up to its own limit; their resource checks the size of each.
 *
 * @param path as in {@code @Path}; a segment in braces stands for any one segment
 * @param limit in bytes
 */
public record LargeBody(String method, String path, long limit) {

    private static final Pattern SEPARATOR = Pattern.compile("/");

    boolean isTakenBy(HttpServerRequest request) {
        return method.equals(request.method().name()) && request.path() != null && matches(request.path());
    }

    private boolean matches(String actual) {
        String[] expected = SEPARATOR.split(path, -1);
        String[] segments = SEPARATOR.split(actual, -1);
        if (segments.length != expected.length) {
            return false;
        }
        for (int i = 0; i < expected.length; i++) {
            if (!expected[i].startsWith("{") && !expected[i].equals(segments[i])) {
                return false;
            }
        }
        return true;
    }
}

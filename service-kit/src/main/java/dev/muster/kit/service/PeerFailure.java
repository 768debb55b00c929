package dev.muster.kit.service;

import dev.muster.kit.problem.Problem;
import dev.muster.kit.problem.ProblemException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.regex.Pattern;

/** What a failed call to a peer service means for our own caller. */
public final class PeerFailure {

    private static final int NOT_FOUND = 404;
    private static final Pattern SECONDS = Pattern.compile("[0-9]{1,9}");

    private PeerFailure() {}

    /** Whether the peer said that it has no such thing. */
    public static boolean isNotFound(Throwable failure) {
        return statusOf(failure) == NOT_FOUND;
    }

    /** The HTTP status of the peer's answer, or 0 when there was none. */
    public static int statusOf(Throwable failure) {
        return failure instanceof WebApplicationException answer
                ? answer.getResponse().getStatus()
                : 0;
    }

    /** Too many attempts stay that; everything else means that the peer cannot be used now. */
    public static ProblemException of(String peer, Throwable failure) {
        if (failure instanceof ProblemException known) {
            return known;
        }
        if (failure instanceof WebApplicationException answer
                && answer.getResponse().getStatus() == Problem.TOO_MANY_ATTEMPTS.status()) {
            return ProblemException.tooManyAttempts(retryAfter(answer.getResponse()));
        }
        return ProblemException.unavailable(peer, failure);
    }

    /** What is no plain number of seconds, such as a date, is as good as nothing. */
    private static Duration retryAfter(Response answer) {
        String seconds = answer.getHeaderString("Retry-After");
        return seconds != null && SECONDS.matcher(seconds).matches()
                ? Duration.ofSeconds(Long.parseLong(seconds))
                : Duration.ofSeconds(1);
    }
}

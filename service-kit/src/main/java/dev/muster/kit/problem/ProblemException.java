package dev.muster.kit.problem;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Carries a {@link Problem} to the one place that answers it. */
public class ProblemException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Problem problem;
    private final String detail;
    private final transient List<FieldError> errors;
    private final transient Map<String, String> headers;

    public ProblemException(Problem problem) {
        this(problem, problem.title());
    }

    public ProblemException(Problem problem, String detail) {
        this(problem, detail, List.of(), Map.of(), null);
    }

    private ProblemException(
            Problem problem, String detail, List<FieldError> errors, Map<String, String> headers, Throwable cause) {
        this(problem, detail, detail, errors, headers, cause);
    }

    private ProblemException(
            Problem problem,
            String message,
            String detail,
            List<FieldError> errors,
            Map<String, String> headers,
            Throwable cause) {
        super(message, cause, false, false);
        this.problem = problem;
        this.detail = detail;
        this.errors = errors;
        this.headers = headers;
    }

    /** Invalid input with every failure found, never only the first. */
    public static ProblemException invalid(List<FieldError> errors) {
        String detail = errors.size() == 1 ? errors.get(0).detail() : errors.size() + " fields are invalid";
        return new ProblemException(Problem.INVALID_INPUT, detail, List.copyOf(errors), Map.of(), null);
    }

    /** Invalid input in one field. */
    public static ProblemException invalid(String pointer, String code, String detail) {
        return invalid(List.of(new FieldError(pointer, code, detail)));
    }

    /**
     * A peer, the database or the mail server cannot be reached; the client may try again. Only the message, which is for
     * the log, says who that is.
     */
    public static ProblemException unavailable(String dependency, Throwable cause) {
        return new ProblemException(
                Problem.SERVICE_UNAVAILABLE,
                dependency + " is not available",
                Problem.SERVICE_UNAVAILABLE.title(),
                List.of(),
                Map.of("Retry-After", "1"),
                cause);
    }

    /** Refused for now; the client may try again after the given time. */
    public static ProblemException tooManyAttempts(Duration retryAfter) {
        long seconds = Math.max(1, retryAfter.toSeconds());
        return new ProblemException(
                Problem.TOO_MANY_ATTEMPTS,
                "Too many attempts, try again later",
                List.of(),
                Map.of("Retry-After", Long.toString(seconds)),
                null);
    }

    /** The caller showed no valid token. */
    public static ProblemException unauthenticated() {
        return badCredentials(Problem.UNAUTHENTICATED.title());
    }

    /** The caller's credentials are not good, in the words that its API has for that. */
    public static ProblemException badCredentials(String detail) {
        return badCredentials(Problem.UNAUTHENTICATED, detail);
    }

    /** The same where the client can do something about it; the problem, one of status 401, says what. */
    public static ProblemException badCredentials(Problem problem, String detail) {
        return new ProblemException(problem, detail, List.of(), Map.of("WWW-Authenticate", "Bearer"), null);
    }

    public Problem problem() {
        return problem;
    }

    public List<FieldError> errors() {
        return errors == null ? List.of() : errors;
    }

    public Map<String, String> headers() {
        return headers == null ? Map.of() : headers;
    }

    /** The sentence for the caller. */
    public String detail() {
        return Optional.ofNullable(detail).orElse(problem.title());
    }
}

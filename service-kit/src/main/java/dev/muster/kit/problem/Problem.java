package dev.muster.kit.problem;

import java.util.Locale;

/** Every way in which a call can fail, the same for all services; the wire format is RFC 9457. */
public enum Problem {
    MALFORMED_REQUEST(400, "The request cannot be read"),
    INVALID_INPUT(400, "The request has invalid fields"),
    INVALID_PATH(400, "The path has characters that are not accepted"),
    UNAUTHENTICATED(401, "A valid token is needed"),
    CODE_REQUIRED(401, "The code of the second factor is needed"),
    CODE_WRONG(401, "The code of the second factor is wrong"),
    FORBIDDEN(403, "The caller may not do this"),
    SECOND_FACTOR_REQUIRED(403, "This organization demands a second factor"),
    NOT_FOUND(404, "There is no such thing"),
    SESSION_NOT_FOUND(404, "There is no such session"),
    ORGANIZATION_NOT_FOUND(404, "There is no such organization"),
    USER_NOT_FOUND(404, "There is no such user"),
    WRONG_PASSWORD(404, "The current password is wrong"),
    METHOD_NOT_ALLOWED(405, "The method is not allowed here"),
    NOT_ACCEPTABLE(406, "None of the accepted types can be served"),
    CONFLICT(409, "The request conflicts with the present state"),
    EMAIL_TAKEN(409, "The e-mail address belongs to another account"),
    LAST_ADMINISTRATOR(409, "There must be an administrator"),
    LAST_OWNER(409, "An organization must keep an owner"),
    NOT_PENDING(409, "The account is not waiting for its activation"),
    PRECONDITION_FAILED(412, "It is not the version that the condition names"),
    PAYLOAD_TOO_LARGE(413, "The body is too large"),
    URI_TOO_LONG(414, "The address is too long"),
    UNSUPPORTED_MEDIA_TYPE(415, "The body has a type that is not read here"),
    IDEMPOTENCY_KEY_REUSED(422, "The idempotency key was used for another request"),
    TOO_MANY_ATTEMPTS(429, "Too many attempts"),
    HEADERS_TOO_LARGE(431, "The headers are too large"),
    INTERNAL_ERROR(500, "Something went wrong on our side"),
    SERVICE_UNAVAILABLE(503, "A needed part is not available");

    private final int status;
    private final String title;

    Problem(int status, String title) {
        this.status = status;
        this.title = title;
    }

    public int status() {
        return status;
    }

    public String title() {
        return title;
    }

    /** A stable URI, {@code urn:muster:problem:session-not-found}. */
    public String type() {
        return "urn:muster:problem:" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The problem that an HTTP status stands for when nothing closer is known. */
    public static Problem ofStatus(int status) {
        return switch (status) {
            case 401 -> UNAUTHENTICATED;
            case 403 -> FORBIDDEN;
            case 404 -> NOT_FOUND;
            case 405 -> METHOD_NOT_ALLOWED;
            case 406 -> NOT_ACCEPTABLE;
            case 409 -> CONFLICT;
            case 412 -> PRECONDITION_FAILED;
            case 413 -> PAYLOAD_TOO_LARGE;
            case 414 -> URI_TOO_LONG;
            case 415 -> UNSUPPORTED_MEDIA_TYPE;
            case 429 -> TOO_MANY_ATTEMPTS;
            case 431 -> HEADERS_TOO_LARGE;
            case 503 -> SERVICE_UNAVAILABLE;
            default -> status >= 400 && status < 500 ? MALFORMED_REQUEST : INTERNAL_ERROR;
        };
    }
}

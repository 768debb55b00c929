package dev.muster.local.gateway;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonObject;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the gateway itself answers where no service does, in the services' own problem format (RFC 9457). */
enum GatewayProblem {
    MALFORMED_REQUEST(400, "The request cannot be read"),
    INVALID_PATH(400, "The path has characters that are not accepted"),
    NOT_FOUND(404, "There is no such thing"),
    HEADERS_TOO_LARGE(431, "The headers are too large"),
    SERVICE_UNAVAILABLE(503, "A needed part is not available");

    static final String MEDIA_TYPE = "application/problem+json";
    static final String RETRY_AFTER_SECONDS = "1";

    private static final Pattern TRACE_PARENT = Pattern.compile("[0-9a-f]{2}-([0-9a-f]{32})-[0-9a-f]{16}-[0-9a-f]{2}");
    private static final SecureRandom RANDOM = new SecureRandom();

    private final int status;
    private final String title;

    GatewayProblem(int status, String title) {
        this.status = status;
        this.title = title;
    }

    int status() {
        return status;
    }

    /** Answers the request with this problem. */
    void answer(HttpServerRequest request) {
        HttpServerResponse response = request.response().setStatusCode(status);
        response.putHeader(HttpHeaders.CONTENT_TYPE, MEDIA_TYPE);
        if (this == SERVICE_UNAVAILABLE) {
            response.putHeader(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
        }
        response.end(body(request));
    }

    /** The problem's body, with the extra members that the clients of the path's API look for. */
    Buffer body(HttpServerRequest request) {
        JsonObject body = new JsonObject()
                .put(
                        "type",
                        "urn:muster:problem:" + name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .put("title", title)
                .put("status", status)
                .put("detail", title)
                .put("code", name())
                .put("traceId", traceId(request));
        addDialect(body, request.path() == null ? "/" : request.path());
        return body.toBuffer();
    }

    private void addDialect(JsonObject body, String path) {
        if (path.endsWith("/login.json")) {
            body.put(
                    "response",
                    new JsonObject().put("result", false).put("message", title).putNull("url"));
        }
        if (path.endsWith(".json")) {
            body.put("result", false).put("message", title);
        } else if (isUnder(path, "/api/v1/users") || isUnder(path, "/api/v1/fsd-jwt")) {
            body.put("msg", title);
        } else if (isUnder(path, "/api/v1/auth")) {
            body.put("version", "v1").put("err", title).putNull("data").put("msg", title);
        }
    }

    private static boolean isUnder(String path, String prefix) {
        return path.equals(prefix) || path.startsWith(prefix + "/");
    }

    private static String traceId(HttpServerRequest request) {
        String parent = request.getHeader("traceparent");
        Matcher matcher = TRACE_PARENT.matcher(parent == null ? "" : parent);
        return matcher.matches() ? matcher.group(1) : randomTraceId();
    }

    private static String randomTraceId() {
        byte[] bytes = new byte[16];
        RANDOM.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}

package dev.muster.kit.http;

import dev.muster.kit.problem.Problem;
import dev.muster.kit.problem.ProblemException;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * An URL-encoded form that is read whole before Quarkus REST sees it: one that it cannot decode it answers as its own failure, or not at
 * all.
 */
final class FormBody {

    private static final String TYPE = "application/x-www-form-urlencoded";
    private static final Set<HttpMethod> WITH_BODY = Set.of(HttpMethod.POST, HttpMethod.PUT, HttpMethod.PATCH);

    /** As many as Quarkus REST reads. */
    private static final int MOST_FIELDS = 1000;

    private static final Pattern BROKEN_ESCAPE = Pattern.compile("%(?![0-9A-Fa-f]{2})");

    private final HttpServerRequest request;
    private final long limit;
    private final Buffer body = Buffer.buffer();

    private FormBody(HttpServerRequest request, long limit) {
        this.request = request;
        this.limit = limit;
    }

    static boolean isOn(HttpServerRequest request) {
        String type = request.getHeader(HttpHeaderNames.CONTENT_TYPE);
        return type != null && type.toLowerCase(Locale.ROOT).startsWith(TYPE) && WITH_BODY.contains(request.method());
    }

    /** Reads the form; one of the two hears how it ended, unless the client leaves before. */
    static void read(HttpServerRequest request, long limit, Consumer<Buffer> read, Consumer<ProblemException> refused) {
        new FormBody(request, limit).read(read, refused);
    }

    private void read(Consumer<Buffer> read, Consumer<ProblemException> refused) {
        if (request.headers().contains(HttpHeaderNames.EXPECT, HttpHeaderValues.CONTINUE, true)) {
            request.response().writeContinue();
        }
        request.handler(piece -> {
            body.appendBuffer(piece);
            if (body.length() > limit) {
                request.handler(rest -> {}).endHandler(null);
                refused.accept(new ProblemException(Problem.PAYLOAD_TOO_LARGE));
            }
        });
        request.endHandler(ended -> refusal().ifPresentOrElse(refused, () -> read.accept(body)));
        request.resume();
    }

    private Optional<ProblemException> refusal() {
        String text = body.toString(StandardCharsets.ISO_8859_1);
        if (BROKEN_ESCAPE.matcher(text).find()) {
            return refusal(Problem.MALFORMED_REQUEST, "The form has an escape that is none");
        }
        return text.chars().filter(letter -> letter == '&').count() >= MOST_FIELDS
                ? refusal(Problem.PAYLOAD_TOO_LARGE, "A form has at most " + MOST_FIELDS + " fields")
                : Optional.empty();
    }

    private static Optional<ProblemException> refusal(Problem problem, String detail) {
        return Optional.of(new ProblemException(problem, detail));
    }
}

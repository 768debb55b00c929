package dev.muster.kit.http;

import dev.muster.kit.problem.Problem;
import dev.muster.kit.problem.ProblemAnswer;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** What every request passes first: refuses what is too large or ambiguous and answers what fails outside of REST. */
@Singleton
class Door {

    private static final Logger LOG = Logger.getLogger(Door.class);
    private static final int BEFORE_EVERYTHING = 10_000;
    private static final int[] ANSWERED_STATUSES = {400, 401, 403, 404, 405, 406, 413, 414, 415, 431, 500, 503};

    /** The decoder below reads somewhat more than this, so that the refusal can be a proper answer. */
    private static final int LONGEST_URI = 8 * 1024;

    private static final int LARGEST_HEADERS = 8 * 1024;

    private final long largestBody;
    private final BodyHandler chunkedBodies;

    Door(@ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize largestBody) {
        this.largestBody = largestBody.asLongValue();
        this.chunkedBodies = BodyHandler.create(false).setBodyLimit(this.largestBody);
    }

    void guard(@Observes Filters filters) {
        filters.register(this::admit, BEFORE_EVERYTHING);
    }

    /** A status that no route answers, such as that of an unreadable path, comes to the error handlers. */
    void answerFailures(@Observes Router router) {
        router.route().order(Integer.MIN_VALUE).failureHandler(Door::answerFailure);
        for (int status : ANSWERED_STATUSES) {
            router.errorHandler(status, Door::answerFailure);
        }
    }

    private void admit(RoutingContext request) {
        Optional<Problem> problem = refusal(request.request());
        if (problem.isPresent()) {
            refuse(request, problem.get());
        } else if (hasBodyOfUnknownLength(request.request())) {
            chunkedBodies.handle(request);
        } else {
            request.next();
        }
    }

    /** Forms are read, and limited, by Quarkus REST itself. */
    private static boolean hasBodyOfUnknownLength(HttpServerRequest request) {
        String type = request.getHeader(HttpHeaderNames.CONTENT_TYPE);
        return request.headers().contains(HttpHeaderNames.TRANSFER_ENCODING)
                && (type == null || !(type.startsWith("multipart/") || type.contains("form")));
    }

    /** Hangs up, for a body that is not wanted would have to be read before the next request. */
    private static void refuse(RoutingContext request, Problem problem) {
        request.response().putHeader(HttpHeaderNames.CONNECTION, "close");
        request.response().endHandler(sent -> request.request().connection().close());
        ProblemAnswer.send(request, problem);
    }

    private Optional<Problem> refusal(HttpServerRequest request) {
        if (request.uri().length() > LONGEST_URI) {
            return Optional.of(Problem.URI_TOO_LONG);
        }
        if (sizeOfHeaders(request) > LARGEST_HEADERS) {
            return Optional.of(Problem.HEADERS_TOO_LARGE);
        }
        if (AmbiguousPath.is(request.path())) {
            return Optional.of(Problem.INVALID_PATH);
        }
        return isBodyTooLarge(request) ? Optional.of(Problem.PAYLOAD_TOO_LARGE) : Optional.empty();
    }

    private static long sizeOfHeaders(HttpServerRequest request) {
        long size = 0;
        for (Map.Entry<String, String> header : request.headers()) {
            size += header.getKey().length() + header.getValue().length();
        }
        return size;
    }

    private boolean isBodyTooLarge(HttpServerRequest request) {
        String length = request.getHeader(HttpHeaderNames.CONTENT_LENGTH);
        return length != null && (length.length() > 18 || Long.parseLong(length) > largestBody);
    }

    private static void answerFailure(RoutingContext request) {
        if (request.response().ended()) {
            return;
        }
        if (request.response().headWritten()) {
            request.response().reset();
            return;
        }
        int status = request.statusCode() > 0 ? request.statusCode() : 500;
        if (status == 500) {
            LOG.error("A request failed outside of its resource", request.failure());
        }
        ProblemAnswer.send(request, Problem.ofStatus(status));
    }
}

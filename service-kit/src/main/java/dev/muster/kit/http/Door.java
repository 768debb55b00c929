package dev.muster.kit.http;

import dev.muster.kit.problem.Problem;
import dev.muster.kit.problem.ProblemAnswer;
import dev.muster.kit.problem.ProblemException;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.quarkus.arc.All;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import io.vertx.ext.web.impl.RoutingContextInternal;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.ws.rs.WebApplicationException;
import java.util.List;
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

    private static final long LARGEST_BODY = 64 * 1024;

    private final List<LargeBody> largeBodies;
    private final BodyHandler bodiesOfUnknownLength = BodyHandler.create(false).setBodyLimit(LARGEST_BODY);

    Door(
            @All List<LargeBody> largeBodies,
            @ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize largestEver) {
        this.largeBodies = largeBodies;
        for (LargeBody body : largeBodies) {
            if (body.limit() >= largestEver.asLongValue()) {
                throw new IllegalStateException("quarkus.http.limits.max-body-size must exceed that of " + body);
            }
        }
    }

    void guard(@Observes Filters filters) {
        filters.register(this::admit, BEFORE_EVERYTHING);
        filters.register(Door::demandParts, BEFORE_EVERYTHING - 1);
    }

    /** A form of parts that was read above and had none would be read once more, without an end. */
    private static void demandParts(RoutingContext request) {
        HttpServerRequest received = request.request();
        if (received.isExpectMultipart()
                && received.isEnded()
                && received.formAttributes().isEmpty()
                && request.fileUploads().isEmpty()) {
            refuse(request, new ProblemException(Problem.MALFORMED_REQUEST, "The form has no whole part"));
        } else {
            request.next();
        }
    }

    /** A status that no route answers, such as that of an unreadable path, comes to the error handlers. */
    void answerFailures(@Observes Router router) {
        router.route().order(Integer.MIN_VALUE).failureHandler(Door::answerFailure);
        for (int status : ANSWERED_STATUSES) {
            router.errorHandler(status, Door::answerFailure);
        }
    }

    private void admit(RoutingContext request) {
        Optional<LargeBody> largeBody = largeBodies.stream()
                .filter(body -> body.isTakenBy(request.request()))
                .findFirst();
        Optional<ProblemException> problem =
                refusal(request.request(), largeBody.map(LargeBody::limit).orElse(LARGEST_BODY));
        if (problem.isPresent()) {
            refuse(request, problem.get());
        } else if (largeBody.isPresent()) {
            admitStreamed(request, largeBody.get());
        } else if (FormBody.isOn(request.request())) {
            FormBody.read(
                    request.request(), LARGEST_BODY, form -> admit(request, form), refusal -> refuse(request, refusal));
        } else if (isLengthUnknown(request.request())) {
            bodiesOfUnknownLength.handle(request);
        } else {
            request.next();
        }
    }

    private static void admit(RoutingContext request, Buffer form) {
        ((RoutingContextInternal) request).setBody(form);
        request.next();
    }

    private static void admitStreamed(RoutingContext request, LargeBody body) {
        if (isLengthUnknown(request.request())) {
            LargeBodyReader.limit(request, body.limit());
        }
        hangUpUnlessRead(request);
        request.next();
    }

    private static boolean isLengthUnknown(HttpServerRequest request) {
        return request.headers().contains(HttpHeaderNames.TRANSFER_ENCODING);
    }

    /** The rest of a body that nobody wants would have to be read before the connection's next request. */
    private static void hangUpUnlessRead(RoutingContext request) {
        request.addHeadersEndHandler(answering -> {
            if (!request.request().isEnded()) {
                request.response().putHeader(HttpHeaderNames.CONNECTION, "close");
            }
        });
        request.addEndHandler(answered -> {
            if (!request.request().isEnded()) {
                request.request().connection().close();
            }
        });
    }

    private static void refuse(RoutingContext request, ProblemException problem) {
        hangUpUnlessRead(request);
        ProblemAnswer.send(request, problem);
    }

    private static Optional<ProblemException> refusal(HttpServerRequest request, long largestBody) {
        if (request.uri().length() > LONGEST_URI) {
            return refusal(Problem.URI_TOO_LONG);
        }
        if (sizeOfHeaders(request) > LARGEST_HEADERS) {
            return refusal(Problem.HEADERS_TOO_LARGE);
        }
        if (AmbiguousPath.is(request.path())) {
            return refusal(Problem.INVALID_PATH);
        }
        if (isBodyTooLarge(request, largestBody)) {
            return refusal(Problem.PAYLOAD_TOO_LARGE);
        }
        return MediaTypes.isReadable(request.getHeader(HttpHeaderNames.CONTENT_TYPE))
                ? NulInQuery.refusal(request)
                : refusal(Problem.UNSUPPORTED_MEDIA_TYPE);
    }

    private static Optional<ProblemException> refusal(Problem problem) {
        return Optional.of(new ProblemException(problem));
    }

    private static long sizeOfHeaders(HttpServerRequest request) {
        long size = 0;
        for (Map.Entry<String, String> header : request.headers()) {
            size += header.getKey().length() + header.getValue().length();
        }
        return size;
    }

    private static boolean isBodyTooLarge(HttpServerRequest request, long largestBody) {
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
        ProblemAnswer.send(request, problemOf(request));
    }

    private static ProblemException problemOf(RoutingContext request) {
        int status = statusOf(request);
        if (status == 500) {
            LOG.error("A request failed outside of its resource", request.failure());
        }
        return new ProblemException(Problem.ofStatus(status));
    }

    /** Quarkus REST refuses some of what it reads before there is a resource by a failure with a status of its own. */
    private static int statusOf(RoutingContext request) {
        if (request.failure() instanceof WebApplicationException refused) {
            return refused.getResponse().getStatus();
        }
        return request.statusCode() > 0 ? request.statusCode() : 500;
    }
}

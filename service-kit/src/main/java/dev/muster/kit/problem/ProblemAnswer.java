package dev.muster.kit.problem;

import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;

/** Answers a problem where no resource is involved. */
public final class ProblemAnswer {

    private ProblemAnswer() {}

    /** Ends the request with the problem and its title as the detail. */
    public static void send(RoutingContext request, Problem problem) {
        send(request, new ProblemException(problem));
    }

    /** Ends the request with the problem, its sentence and the fields that it names. */
    public static void send(RoutingContext request, ProblemException refusal) {
        Problem problem = refusal.problem();
        String path = request.request().path() == null ? "/" : request.request().path();
        HttpServerResponse response = request.response().setStatusCode(problem.status());
        response.putHeader("Content-Type", ProblemBody.MEDIA_TYPE);
        if (problem == Problem.UNAUTHENTICATED) {
            response.putHeader("WWW-Authenticate", "Bearer");
        } else if (problem == Problem.SERVICE_UNAVAILABLE) {
            response.putHeader("Retry-After", "1");
        }
        response.end(ProblemBody.render(problem, refusal.detail(), refusal.errors(), path, TraceId.current()));
    }
}

package dev.muster.kit.http;

import dev.muster.kit.problem.Problem;
import dev.muster.kit.problem.ProblemAnswer;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import java.util.Locale;
import org.jboss.logging.Logger;

/** What every request passes first: refuses ambiguous paths and answers what fails before or outside REST. */
class Door {

    private static final Logger LOG = Logger.getLogger(Door.class);
    private static final int BEFORE_EVERYTHING = 10_000;

    void guard(@Observes Filters filters) {
        filters.register(this::refuseAmbiguousPath, BEFORE_EVERYTHING);
    }

    void answerFailures(@Observes Router router) {
        router.route().order(Integer.MIN_VALUE).failureHandler(Door::answerFailure);
    }

    private void refuseAmbiguousPath(RoutingContext request) {
        if (isAmbiguous(request.request().path())) {
            ProblemAnswer.send(request, Problem.INVALID_PATH);
        } else {
            request.next();
        }
    }

    /** Matrix parameters and encoded separators let two layers read one path differently. */
    static boolean isAmbiguous(String path) {
        if (path == null || path.indexOf(';') >= 0 || path.indexOf('\\') >= 0 || path.contains("//")) {
            return true;
        }
        if (path.indexOf('%') < 0) {
            return false;
        }
        String lower = path.toLowerCase(Locale.ROOT);
        return lower.contains("%2f") || lower.contains("%5c") || lower.contains("%3b") || lower.contains("%00");
    }

    private static void answerFailure(RoutingContext request) {
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

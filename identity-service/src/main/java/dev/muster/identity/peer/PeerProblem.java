package dev.muster.identity.peer;

import dev.muster.kit.problem.FieldError;
import dev.muster.kit.problem.Problem;
import dev.muster.kit.problem.ProblemException;
import dev.muster.kit.service.PeerFailure;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import jakarta.ws.rs.WebApplicationException;
import java.util.List;
import java.util.stream.Collectors;

/** Passes on what a peer refused, in the peer's own words. */
final class PeerProblem {

    private static final int LEAST_REFUSAL = 400;
    private static final int LEAST_FAULT = 500;

    private PeerProblem() {}

    /** The peer's problem if it refused what we asked; anything else means that it cannot be used now. */
    static ProblemException of(String peer, Throwable failure) {
        int status = PeerFailure.statusOf(failure);
        return failure instanceof WebApplicationException answer && status >= LEAST_REFUSAL && status < LEAST_FAULT
                ? read(peer, answer)
                : PeerFailure.of(peer, failure);
    }

    private static ProblemException read(String peer, WebApplicationException answer) {
        try {
            JsonObject body = new JsonObject(answer.getResponse().readEntity(String.class));
            Problem problem = Problem.valueOf(body.getString("code"));
            return problem == Problem.INVALID_INPUT
                    ? ProblemException.invalid(errors(body.getJsonArray("errors", new JsonArray())))
                    : isAboutUs(problem)
                            ? PeerFailure.of(peer, answer)
                            : new ProblemException(problem, body.getString("detail"));
        } catch (DecodeException | IllegalArgumentException | NullPointerException | ClassCastException unreadable) {
            return PeerFailure.of(peer, answer);
        }
    }

    /** That our own service token or wire format was refused is nothing that our caller could mend. */
    private static boolean isAboutUs(Problem problem) {
        return switch (problem) {
            case UNAUTHENTICATED, MALFORMED_REQUEST, METHOD_NOT_ALLOWED, UNSUPPORTED_MEDIA_TYPE, NOT_FOUND -> true;
            default -> false;
        };
    }

    private static List<FieldError> errors(JsonArray errors) {
        return errors.stream()
                .map(JsonObject.class::cast)
                .map(error ->
                        new FieldError(error.getString("pointer"), error.getString("code"), error.getString("detail")))
                .collect(Collectors.toList());
    }
}

package dev.muster.kit.http;

import dev.muster.kit.problem.ProblemException;
import io.vertx.core.http.HttpServerRequest;
import java.util.Map;
import java.util.Optional;

/** The one character that no PostgreSQL text can have, so that no search for it can be answered. */
final class NulInQuery {

    private static final String ENCODED = "%00";

    private NulInQuery() {}

    /** The refusal, which names the parameter; empty for a query without a NUL. */
    static Optional<ProblemException> refusal(HttpServerRequest request) {
        String query = request.query();
        if (query == null || !query.contains(ENCODED)) {
            return Optional.empty();
        }
        for (Map.Entry<String, String> parameter : request.params()) {
            if (has(parameter.getKey()) || has(parameter.getValue())) {
                String pointer = "/" + parameter.getKey().replace("\0", "");
                return Optional.of(
                        ProblemException.invalid(pointer, "invalid_value", "A NUL character is not accepted"));
            }
        }
        return Optional.empty();
    }

    private static boolean has(String text) {
        return text.indexOf('\0') >= 0;
    }
}

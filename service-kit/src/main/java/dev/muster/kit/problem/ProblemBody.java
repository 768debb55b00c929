package dev.muster.kit.problem;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;

/** Renders a problem as the JSON body of its answer, with the members that each dialect's clients look for. */
public final class ProblemBody {

    public static final String MEDIA_TYPE = "application/problem+json";

    private ProblemBody() {}

    /** The body for a request of the given path; no secret and no internal name ever gets in. */
    public static String render(Problem problem, String detail, List<FieldError> errors, String path, String traceId) {
        JsonObject body = new JsonObject()
                .put("type", problem.type())
                .put("title", problem.title())
                .put("status", problem.status())
                .put("detail", detail)
                .put("code", problem.name())
                .put("traceId", traceId);
        if (!errors.isEmpty()) {
            body.put("errors", fields(errors));
        }
        addDialect(body, detail, path);
        return body.encode();
    }

    private static JsonArray fields(List<FieldError> errors) {
        JsonArray array = new JsonArray();
        for (FieldError error : errors) {
            array.add(new JsonObject()
                    .put("pointer", error.pointer())
                    .put("code", error.code())
                    .put("detail", error.detail()));
        }
        return array;
    }

    private static void addDialect(JsonObject body, String detail, String path) {
        if (path.endsWith("/login.json")) {
            body.put(
                    "response",
                    new JsonObject().put("result", false).put("message", detail).putNull("url"));
        }
        if (path.endsWith(".json")) {
            body.put("result", false).put("message", detail);
        } else if (isUnder(path, "/api/v1/users")) {
            body.put("msg", detail);
        } else if (isUnder(path, "/api/v1/fsd-jwt")) {
            body.put("success", false).put("error_msg", detail).put("msg", detail);
        } else if (isUnder(path, "/api/v1/auth")) {
            body.put("version", "v1").put("err", detail).putNull("data").put("msg", detail);
        }
    }

    private static boolean isUnder(String path, String prefix) {
        return path.equals(prefix) || path.startsWith(prefix + "/");
    }
}

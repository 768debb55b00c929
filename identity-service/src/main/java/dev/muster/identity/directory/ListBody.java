package dev.muster.identity.directory;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.muster.kit.problem.ProblemException;

/** One list of a user, sent bare ({@code ["admin"]}) or under its name ({@code {"perms": ["admin"]}}). */
final class ListBody {

    private ListBody() {}

    /** The body in the second form. */
    static JsonNode named(String name, JsonNode body) {
        if (body != null && body.isArray()) {
            return JsonNodeFactory.instance.objectNode().set(name, body);
        }
        if (body == null || !body.isObject() || body.size() != 1 || !body.has(name)) {
            throw ProblemException.invalid("", "invalid_value", "A list is expected, or an object with " + name);
        }
        return body;
    }
}

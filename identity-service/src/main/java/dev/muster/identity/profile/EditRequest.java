package dev.muster.identity.profile;

import com.fasterxml.jackson.databind.JsonNode;
import dev.muster.identity.wire.Pointer;
import dev.muster.kit.problem.FieldError;
import dev.muster.kit.problem.Problem;
import dev.muster.kit.problem.ProblemException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a client posted: the fields by their JSON Pointers, in the order in which they came. */
final class EditRequest {

    private static final List<String> SECTIONS = List.of(ProfileFields.USER, ProfileFields.DETAIL, "UserGroup");

    private final Map<String, JsonNode> fields = new LinkedHashMap<>();
    private final List<FieldError> errors;

    private EditRequest(List<FieldError> errors) {
        this.errors = errors;
    }

    static EditRequest of(JsonNode body, List<FieldError> errors) {
        if (body == null || !body.isObject()) {
            throw new ProblemException(Problem.MALFORMED_REQUEST, "An object with User and UserDetail is expected");
        }
        EditRequest request = new EditRequest(errors);
        body.properties().forEach(section -> request.addSection(section.getKey(), section.getValue()));
        return request;
    }

    private void addSection(String name, JsonNode section) {
        if (!SECTIONS.contains(name)) {
            errors.add(new FieldError(Pointer.of(name), "unknown_field", "This field is not known here"));
        } else if (!section.isObject()) {
            errors.add(new FieldError(Pointer.of(name), "invalid_value", "An object is expected"));
        } else {
            section.properties().forEach(field -> fields.put(Pointer.of(name, field.getKey()), field.getValue()));
        }
    }

    Map<String, JsonNode> fields() {
        return fields;
    }

    Optional<JsonNode> field(String pointer) {
        return Optional.ofNullable(fields.get(pointer));
    }
}

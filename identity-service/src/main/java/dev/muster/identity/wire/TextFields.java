package dev.muster.identity.wire;

import com.fasterxml.jackson.databind.JsonNode;
import dev.muster.kit.problem.FieldError;
import dev.muster.kit.problem.ProblemException;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The text fields of a JSON object or a form: every missing, unknown or wrongly typed one is named, all at once. */
public final class TextFields {

    private final Map<String, String> values;

    private TextFields(Map<String, String> values) {
        this.values = values;
    }

    /** The object's fields, which must be exactly these; null is no value. */
    public static TextFields of(JsonNode body, Set<String> names) {
        Map<String, String> values = new LinkedHashMap<>();
        List<FieldError> errors = new ArrayList<>();
        if (body != null && !body.isNull() && !body.isObject()) {
            throw ProblemException.invalid("", "invalid_value", "An object is expected");
        }
        if (body != null) {
            body.properties().forEach(field -> {
                if (field.getValue().isTextual() && names.contains(field.getKey())) {
                    values.put(field.getKey(), field.getValue().textValue());
                } else if (!names.contains(field.getKey())) {
                    errors.add(unknown(field.getKey()));
                } else if (!field.getValue().isNull()) {
                    errors.add(new FieldError(Pointer.of(field.getKey()), "invalid_value", "Text is expected"));
                }
            });
        }
        return complete(values, errors, names);
    }

    /** The form's fields, which must be exactly these, each once. */
    public static TextFields of(MultivaluedMap<String, String> form, Set<String> names) {
        Map<String, String> values = new LinkedHashMap<>();
        List<FieldError> errors = new ArrayList<>();
        form.forEach((name, given) -> {
            if (!names.contains(name)) {
                errors.add(unknown(name));
            } else if (given.size() == 1) {
                values.put(name, given.get(0));
            } else {
                errors.add(new FieldError(Pointer.of(name), "repeated_field", "This field is given more than once"));
            }
        });
        return complete(values, errors, names);
    }

    private static TextFields complete(Map<String, String> values, List<FieldError> errors, Set<String> names) {
        List<String> wrong = errors.stream().map(FieldError::pointer).toList();
        names.stream()
                .sorted()
                .filter(name -> values.getOrDefault(name, "").isEmpty() && !wrong.contains(Pointer.of(name)))
                .forEach(name -> errors.add(new FieldError(Pointer.of(name), "required", "This field is needed")));
        if (!errors.isEmpty()) {
            throw ProblemException.invalid(errors);
        }
        return new TextFields(values);
    }

    private static FieldError unknown(String name) {
        return new FieldError(Pointer.of(name), "unknown_field", "This field is not known here");
    }

    public String get(String name) {
        return values.get(name);
    }
}

package dev.muster.identity.wire;

import com.fasterxml.jackson.databind.JsonNode;
import dev.muster.kit.problem.FieldError;
import dev.muster.kit.problem.ProblemException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads the fields of a JSON object one by one and gathers what is wrong with them, so that a client hears of all
 * failures at once. A field that is null is the same as none.
 */
public final class ObjectReader {

    private final JsonNode body;
    private final String path;
    private final List<FieldError> errors = new ArrayList<>();

    private ObjectReader(JsonNode body, String path) {
        this.body = body;
        this.path = path;
    }

    /** Reads the body, in which every field but these is wrong. */
    public static ObjectReader of(JsonNode body, Set<String> known) {
        return of(body, "", known);
    }

    /** Reads an object inside the body; {@code path} is the JSON Pointer that leads to it. */
    public static ObjectReader of(JsonNode object, String path, Set<String> known) {
        if (object == null || !object.isObject()) {
            throw ProblemException.invalid(path, "invalid_value", "An object is expected");
        }
        ObjectReader reader = new ObjectReader(object, path);
        object.fieldNames().forEachRemaining(name -> {
            if (!known.contains(name)) {
                reader.reject(name, "unknown_field", "This field is not known here");
            }
        });
        return reader;
    }

    /** Whether the client wrote the field, be it null. */
    public boolean has(String name) {
        return body.has(name);
    }

    /** The field's value as it was sent. */
    public Optional<JsonNode> value(String name) {
        return Optional.ofNullable(body.get(name)).filter(value -> !value.isNull());
    }

    /** The text without surrounding white space; an empty one is none. */
    public Optional<String> text(String name, int longest) {
        Optional<JsonNode> value = value(name);
        if (value.isPresent() && !value.get().isTextual()) {
            reject(name, "invalid_value", "Text is expected");
            return Optional.empty();
        }
        return value.map(JsonNode::textValue)
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .filter(text -> isBounded(name, text, longest));
    }

    private boolean isBounded(String name, String text, int longest) {
        if (text.codePointCount(0, text.length()) > longest) {
            reject(name, "too_long", "This field has at most " + longest + " characters");
            return false;
        }
        if (!PrintableText.isLine(text)) {
            reject(name, "invalid_value", "This field has characters that cannot be printed");
            return false;
        }
        return true;
    }

    /** The text, which must be there; null when it is not, and then the error is noted. */
    public String requiredText(String name, int longest) {
        Optional<String> text = text(name, longest);
        if (text.isEmpty() && !hasErrorAt(name)) {
            reject(name, "required", "This field is needed");
        }
        return text.orElse(null);
    }

    private boolean hasErrorAt(String name) {
        return errors.stream().anyMatch(error -> error.pointer().equals(pointer(name)));
    }

    /** Notes that something is wrong with the field. */
    public void reject(String name, String code, String detail) {
        errors.add(new FieldError(pointer(name), code, detail));
    }

    /** Adds what another reader of the same body found wrong. */
    public void reject(FieldError error) {
        errors.add(error);
    }

    /** The JSON Pointer to the field. */
    public String pointer(String name) {
        return path + Pointer.of(name);
    }

    /** Fails with {@code INVALID_INPUT} when anything was wrong. */
    public void requireValid() {
        if (!errors.isEmpty()) {
            throw ProblemException.invalid(errors);
        }
    }
}

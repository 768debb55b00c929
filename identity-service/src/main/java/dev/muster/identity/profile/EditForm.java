package dev.muster.identity.profile;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.muster.kit.problem.FieldError;
import dev.muster.kit.problem.ProblemException;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a form as the JSON that it stands for: {@code UserDetail[city]=Madrid}, also with {@code data[...]} around it.
 * Forms have neither truth nor null, so 1 and 0 are read as truth where that is meant, and nothing as null where text
 * cannot be empty.
 */
final class EditForm {

    private static final Pattern NAME = Pattern.compile("(?:data\\[(\\w+)]|(\\w+))\\[(\\w+)]");
    private static final Set<String> TRUTHS =
            Set.of("active", "pilot", "billing", "api", "newsletter", "alerts", "message_alerts");
    private static final Set<String> NEVER_EMPTY =
            Set.of("dob", "phonecode", "phonecode2", "country_id", "timezone_id", "birthcountry_id", "photo", "color");

    private EditForm() {}

    static JsonNode toJson(MultivaluedMap<String, String> form) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        List<FieldError> errors = new ArrayList<>();
        form.forEach((key, values) -> {
            Matcher name = NAME.matcher(key);
            if (name.matches() && values.size() == 1) {
                String section = name.group(1) == null ? name.group(2) : name.group(1);
                body.withObjectProperty(section).set(name.group(3), value(name.group(3), values.get(0)));
            } else {
                errors.add(new FieldError("/" + key, "unknown_field", "This field is not known here, or given twice"));
            }
        });
        if (!errors.isEmpty()) {
            throw ProblemException.invalid(errors);
        }
        return body;
    }

    private static JsonNode value(String name, String text) {
        JsonNodeFactory json = JsonNodeFactory.instance;
        if (TRUTHS.contains(name)) {
            return switch (text) {
                case "1", "true" -> json.booleanNode(true);
                case "0", "false" -> json.booleanNode(false);
                default -> json.textNode(text);
            };
        }
        return text.isEmpty() && NEVER_EMPTY.contains(name) ? json.nullNode() : json.textNode(text);
    }
}

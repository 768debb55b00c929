package dev.muster.identity.directory;

import com.fasterxml.jackson.databind.JsonNode;
import dev.muster.identity.company.DirectoryFields;
import dev.muster.identity.company.DirectoryRules;
import dev.muster.identity.wire.ObjectReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Reads a user of a company as clients send one. */
final class DirectoryBody {

    static final String PASSWORD = "password";

    /** What clients see of a user and cannot change; they may send back what they saw. */
    private static final Set<String> SHOWN = Set.of("id", "company_id", "status", "date_created", "location");

    private static final Set<String> KNOWN = known();

    private DirectoryBody() {}

    private static Set<String> known() {
        Set<String> names = new HashSet<>(DirectoryFields.TEXTS);
        names.addAll(DirectoryFields.LISTS);
        names.addAll(SHOWN);
        names.add(PASSWORD);
        return Set.copyOf(names);
    }

    /** A new user, who needs an address and chooses their own password. */
    static DirectoryFields ofNew(JsonNode body, DirectoryRules rules) {
        ObjectReader reader = ObjectReader.of(body, KNOWN);
        if (reader.has(PASSWORD)) {
            reader.reject(PASSWORD, "read_only", "The user chooses a password with the link in their mail");
        }
        SHOWN.stream().filter(reader::has).forEach(name -> refuse(reader, name));
        DirectoryFields fields = read(reader, rules);
        if (fields.email().isEmpty()
                && fields.errors().stream().noneMatch(error -> error.pointer().equals("/email"))) {
            reader.reject("email", "required", "This field is needed");
        }
        return valid(reader, fields);
    }

    /** Changes of the user that is shown; a password is passed over, as the API's clients expect. */
    static DirectoryFields ofKnown(JsonNode body, DirectoryUserView shown, DirectoryRules rules) {
        ObjectReader reader = ObjectReader.of(body, KNOWN);
        Map<String, String> present = new HashMap<>();
        present.put("id", shown.id());
        present.put("company_id", shown.companyId());
        present.put("status", shown.status().word());
        present.put("date_created", shown.dateCreated());
        present.put("location", shown.location());
        SHOWN.stream()
                .filter(reader::has)
                .filter(name -> !Objects.equals(
                        present.get(name),
                        reader.value(name).map(JsonNode::asText).orElse(null)))
                .forEach(name -> refuse(reader, name));
        return valid(reader, read(reader, rules));
    }

    private static void refuse(ObjectReader reader, String name) {
        reader.reject(name, "read_only", "This field cannot be changed");
    }

    private static DirectoryFields valid(ObjectReader reader, DirectoryFields fields) {
        fields.requireAllowed();
        fields.errors().forEach(reader::reject);
        reader.requireValid();
        return fields;
    }

    private static DirectoryFields read(ObjectReader reader, DirectoryRules rules) {
        Map<String, String> texts = new HashMap<>();
        Map<String, List<String>> lists = new HashMap<>();
        DirectoryFields.TEXTS.stream().filter(reader::has).forEach(name -> texts.put(name, text(reader, name)));
        DirectoryFields.LISTS.stream().filter(reader::has).forEach(name -> lists.put(name, list(reader, name)));
        return DirectoryFields.read(texts, lists, rules);
    }

    /** Months and years may come as numbers. */
    private static String text(ObjectReader reader, String name) {
        return reader.value(name)
                .map(value -> {
                    if (!value.isTextual() && !value.isIntegralNumber()) {
                        reader.reject(name, "invalid_value", "Text is expected");
                        return null;
                    }
                    return value.asText();
                })
                .orElse(null);
    }

    private static List<String> list(ObjectReader reader, String name) {
        return reader.value(name).map(value -> texts(reader, name, value)).orElseGet(List::of);
    }

    /** The texts of an array, in which everything else is wrong. */
    static List<String> texts(ObjectReader reader, String name, JsonNode array) {
        List<String> texts = new ArrayList<>();
        if (!array.isArray()) {
            reader.reject(name, "invalid_value", "A list is expected");
        }
        for (JsonNode entry : array) {
            if (entry.isTextual()) {
                texts.add(entry.textValue());
            } else {
                reader.reject(name, "invalid_value", "A list of texts is expected");
            }
        }
        return texts;
    }
}

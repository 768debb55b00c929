package dev.muster.identity.profile;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.muster.identity.EmailAddress;
import dev.muster.identity.Password;
import dev.muster.kit.problem.FieldError;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads an edit against the profile as it is: what is to change, and everything that is wrong with it. */
@ApplicationScoped
class ReadEdit {

    static final String EMAIL = "/User/email";
    private static final String PASSWORD = "/User/password";

    private final ProfileFields profileFields;
    private final ObjectMapper json;

    ReadEdit(ProfileFields profileFields, ObjectMapper json) {
        this.profileFields = profileFields;
        this.json = json;
    }

    /**
     * What is to change.
     *
     * @param values of the changed fields
     * @param email null to keep it
     * @param errors everything found so far
     */
    record Edit(Map<Field, Object> values, EmailEdit email, List<FieldError> errors) {}

    /** A wanted address and the password that allows it. */
    record EmailEdit(EmailAddress wanted, Password password) {}

    Edit read(JsonNode body, ProfileView present) {
        List<FieldError> errors = new ArrayList<>();
        EditRequest request = EditRequest.of(body, errors);
        JsonNode now = json.valueToTree(present);
        Map<Field, Object> values = new LinkedHashMap<>();
        request.fields().forEach((pointer, wanted) -> {
            if (!isEmailEdit(pointer) && !isEcho(wanted, now.at(pointer))) {
                profileFields
                        .find(pointer)
                        .ifPresentOrElse(
                                field -> take(field, wanted, values, errors), () -> errors.add(refused(pointer, now)));
            }
        });
        return new Edit(values, readEmail(request, now, errors), errors);
    }

    /** Forms have no null, so they echo nothing as empty text. */
    private static boolean isEcho(JsonNode wanted, JsonNode present) {
        boolean isEmpty = wanted.isTextual() && wanted.textValue().isEmpty();
        return wanted.equals(present) || (isEmpty && present.isNull());
    }

    private static boolean isEmailEdit(String pointer) {
        return pointer.equals(EMAIL) || pointer.equals(PASSWORD);
    }

    private static void take(Field field, JsonNode wanted, Map<Field, Object> values, List<FieldError> errors) {
        FieldValue read = field.read(wanted);
        if (read.isWrong()) {
            errors.add(new FieldError(field.pointer(), "invalid_value", read.error()));
        } else {
            values.put(field, read.value());
        }
    }

    private static FieldError refused(String pointer, JsonNode now) {
        return now.at(pointer).isMissingNode()
                ? new FieldError(pointer, "unknown_field", "This field is not known here")
                : new FieldError(pointer, "read_only", "This field cannot be changed here");
    }

    private static EmailEdit readEmail(EditRequest request, JsonNode now, List<FieldError> errors) {
        JsonNode wanted = request.field(EMAIL).orElse(now.at(EMAIL));
        JsonNode password = request.field(PASSWORD).orElse(null);
        if (wanted.equals(now.at(EMAIL))) {
            if (password != null) {
                errors.add(new FieldError(PASSWORD, "unexpected", "The password goes with a new e-mail address only"));
            }
            return null;
        }
        if (!wanted.isTextual() || !EmailAddress.of(wanted.textValue()).isWellFormed()) {
            errors.add(new FieldError(EMAIL, "invalid_value", "This is no e-mail address"));
            return null;
        }
        if (password == null || !password.isTextual() || password.textValue().isEmpty()) {
            errors.add(new FieldError(EMAIL, "password_needed", "A new e-mail address needs User.password with it"));
            return null;
        }
        return new EmailEdit(EmailAddress.of(wanted.textValue()), new Password(password.textValue()));
    }
}

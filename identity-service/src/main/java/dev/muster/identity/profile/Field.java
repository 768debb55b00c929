package dev.muster.identity.profile;

import com.fasterxml.jackson.databind.JsonNode;
import dev.muster.identity.wire.Pointer;

/**
 * A field that people may change themselves.
 *
 * @param section {@code User} or {@code UserDetail}
 * @param attribute of {@link dev.muster.identity.UserRow}
 * @param nullable whether null clears it
 * @param rule reads the value
 * @param reference the reference data in which the value must be
 */
record Field(String section, String name, String attribute, boolean nullable, Rule rule, Reference reference) {

    /** Where an id must exist. */
    enum Reference {
        NONE,
        COUNTRY,
        TIMEZONE
    }

    /** Reads a value that is not null. */
    @FunctionalInterface
    interface Rule {
        FieldValue read(JsonNode value);
    }

    boolean isSecondFactor() {
        return attribute.equals("twoFactor");
    }

    String pointer() {
        return Pointer.of(section, name);
    }

    FieldValue read(JsonNode value) {
        if (!value.isNull()) {
            return rule.read(value);
        }
        return nullable ? FieldValue.of(null) : FieldValue.wrong("This field cannot be cleared");
    }
}

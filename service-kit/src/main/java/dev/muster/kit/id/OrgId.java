package dev.muster.kit.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** An organization's id: positive, given by org-service. */
public record OrgId(@JsonValue long value) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public OrgId {
        if (value <= 0) {
            throw new IllegalArgumentException("An organization id is positive");
        }
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}

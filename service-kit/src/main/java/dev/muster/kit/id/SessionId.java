package dev.muster.kit.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** A session's public name, a ULID; it is no secret and opens nothing. */
public record SessionId(@JsonValue String value) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public SessionId {
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException("A session id is not blank");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}

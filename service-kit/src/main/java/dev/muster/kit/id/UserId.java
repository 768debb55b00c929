package dev.muster.kit.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** A person's id: positive, counted from 100000 by identity-service, never reused. */
public record UserId(@JsonValue long value) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public UserId {
        if (value <= 0) {
            throw new IllegalArgumentException("A user id is positive");
        }
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}

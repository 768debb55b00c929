package dev.muster.identity.company;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How far a person belongs to a company. */
public enum MembershipStatus {
    /** Invited; becomes active with the person's first password or their consent. */
    PENDING,
    ACTIVE,
    /** Taken out again; the record stays. */
    INACTIVE;

    /** The word on the wire and in the database. */
    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    @JsonCreator
    public static MembershipStatus of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}

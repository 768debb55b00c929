package dev.muster.identity;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How far a person's e-mail address is proven. */
public enum EmailStatus {
    /** The person has followed a link sent to it. */
    CONFIRMED,
    /** Nobody has followed the link yet. */
    UNCONFIRMED,
    /** Another address awaits confirmation; this one stays in force until then. */
    PENDING;

    /** The word on the wire and in the database. */
    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
